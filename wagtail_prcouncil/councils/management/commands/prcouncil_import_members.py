from wagtail_prcouncil.councils.importing.members import MemberImport
from wagtail_prcouncil.exchange.commands import ImportCommand


class Command(ImportCommand):
    help = (
        "Compare a file of council members (CSV or XLSX) with who sits where and report by line; "
        "with --apply also write it, without the lines that have errors. --resume goes on with the "
        "import that broke off last."
    )
    kind = MemberImport
