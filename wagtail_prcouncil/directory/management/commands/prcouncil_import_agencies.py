from wagtail_prcouncil.directory.importing.agencies import AgencyImport
from wagtail_prcouncil.exchange.commands import ImportCommand


class Command(ImportCommand):
    help = (
        "Compare a register file (CSV or XLSX) with the agencies and report by line; with --apply "
        "also write it. --resume goes on with the import that broke off last."
    )
    kind = AgencyImport
