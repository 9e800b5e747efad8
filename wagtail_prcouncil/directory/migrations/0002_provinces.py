"""The 31 provinces with their codes in ISO 3166-2:IR, as renumbered in November 2020."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from wagtail_prcouncil.persian.sorting import sort_key
from wagtail_prcouncil.persian.text import canonical, fold

PROVINCES = {
    "IR-00": ("مرکزی", "Markazi"),
    "IR-01": ("گیلان", "Gilan"),
    "IR-02": ("مازندران", "Mazandaran"),
    "IR-03": ("آذربایجان شرقی", "East Azerbaijan"),
    "IR-04": ("آذربایجان غربی", "West Azerbaijan"),
    "IR-05": ("کرمانشاه", "Kermanshah"),
    "IR-06": ("خوزستان", "Khuzestan"),
    "IR-07": ("فارس", "Fars"),
    "IR-08": ("کرمان", "Kerman"),
    "IR-09": ("خراسان رضوی", "Razavi Khorasan"),
    "IR-10": ("اصفهان", "Isfahan"),
    "IR-11": ("سیستان و بلوچستان", "Sistan and Baluchestan"),
    "IR-12": ("کردستان", "Kurdistan"),
    "IR-13": ("همدان", "Hamadan"),
    "IR-14": ("چهارمحال و بختیاری", "Chaharmahal and Bakhtiari"),
    "IR-15": ("لرستان", "Lorestan"),
    "IR-16": ("ایلام", "Ilam"),
    "IR-17": ("کهگیلویه و بویراحمد", "Kohgiluyeh and Boyer-Ahmad"),
    "IR-18": ("بوشهر", "Bushehr"),
    "IR-19": ("زنجان", "Zanjan"),
    "IR-20": ("سمنان", "Semnan"),
    "IR-21": ("یزد", "Yazd"),
    "IR-22": ("هرمزگان", "Hormozgan"),
    "IR-23": ("تهران", "Tehran"),
    "IR-24": ("اردبیل", "Ardabil"),
    "IR-25": ("قم", "Qom"),
    "IR-26": ("قزوین", "Qazvin"),
    "IR-27": ("گلستان", "Golestan"),
    "IR-28": ("خراسان شمالی", "North Khorasan"),
    "IR-29": ("خراسان جنوبی", "South Khorasan"),
    "IR-30": ("البرز", "Alborz"),
}


def write(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    rows = apps.get_model("prcouncil_directory", "Province").objects.using(
        schema_editor.connection.alias
    )
    rows.bulk_create(
        rows.model(
            code=code,
            name=canonical(name),
            name_en=name_en,
            folded_name=fold(name),
            sort_key=sort_key(name)[:200],
        )
        for code, (name, name_en) in PROVINCES.items()
    )


class Migration(migrations.Migration):
    dependencies = [("prcouncil_directory", "0001_initial")]

    operations = [migrations.RunPython(write, migrations.RunPython.noop, elidable=False)]
