"""A body with every block, and what its pictures and documents are made of."""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

from tests.uploads import files

TABLE = {
    "table": {
        "caption": "پیشرفت طرح‌ها",
        "columns": [
            {"type": "text", "heading": "طرح"},
            {"type": "text", "heading": "استان"},
            {"type": "text", "heading": "پیشرفت"},
        ],
        "rows": [
            {"values": ["تصفیه‌خانه", "یزد", "۸۲٪"]},
            {"values": ["خط انتقال", "فارس", "۴۰٪"]},
        ],
    },
    "row_headings": True,
}


def picture(title: str = "سد", size: tuple[int, int] = (1600, 1000)) -> AbstractImage:
    out = BytesIO()
    shown = Image.linear_gradient("L").resize(size).convert("RGB")
    shown.paste("#0c5a60", (0, 0, size[0] // 3, size[1]))
    shown.save(out, "JPEG")
    file = ContentFile(out.getvalue(), name="dam.jpg")
    return get_image_model().objects.create(title=title, file=file)


def document(name: str, content: bytes, title: str = "متن کامل گزارش") -> AbstractDocument:
    made = get_document_model()(title=title, file=ContentFile(content, name=name))
    made.file_size = len(content)
    made.save()
    return made


def film() -> AbstractDocument:
    return document("talk.mp4", b"\0\0\0\x18ftypmp42" + b"\0" * 1_200_000, "گفت‌وگو")


def full_body(image: AbstractImage, pictures: int = 4) -> list[tuple[str, Any]]:
    """Each block once, every field filled."""
    captions = document("talk.vtt", b"WEBVTT\n\n00:00.000 --> 00:02.000\n", "زیرنویس")
    recording = document("talk.mp3", b"ID3\x04" + b"\0" * 900, "گفت‌وگو")
    shown = {"image": image, "alt": "سد و تپه‌های پیرامون آن"}
    return [
        ("heading", "چه چیزی عوض می‌شود؟"),
        ("paragraph", "<p>متن <b>خبر</b>.</p><ol><li>یک</li><li>دو</li></ol>"),
        ("quote", {"text": "گزارشی که مردم نفهمند، گزارش نیست.", "attribution": "دبیر شورا"}),
        ("figure", shown | {"caption": "سد نمونه در پایان آبان.", "credit": "عکس: روابط عمومی"}),
        (
            "gallery",
            {
                "pictures": [shown | {"caption": "نمای سد"}] * pictures,
                "caption": "گزارش تصویری",
                "credit": "عکس: روابط عمومی",
            },
        ),
        ("media", media(film(), poster=image, captions=captions)),
        ("media", media(recording)),
        ("document", {"document": document("report.pdf", files.pdf()), "title": ""}),
        ("link_card", card(url="https://www.example.org/a", image=image, text="چند کلمه.")),
        ("table", TABLE),
    ]


def media(file: AbstractDocument | None, **more: Any) -> dict[str, Any]:
    words = {"title": "گفت‌وگو با دبیر شورا", "transcript": "<p>دبیر: هر طرح یک صفحه دارد.</p>"}
    return {"file": file, "poster": None, "captions": None} | words | more


def card(**more: Any) -> dict[str, Any]:
    return {"page": None, "url": "", "title": "سامانهٔ طرح‌ها", "text": "", "image": None} | more
