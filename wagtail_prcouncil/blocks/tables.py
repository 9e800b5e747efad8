"""Tables: typed into a grid, read out by screen readers cell by cell with their headings.

Wagtail's typed table, and not its older table block: the grid is Wagtail's own (no Handsontable),
each cell is a block, so that words are stored in one spelling and searched, and headings and
caption have fields. Lists of rows of cells would need nothing of Wagtail's, and ten clicks a row.
"""

from hashlib import sha256
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock
from wagtail_localize.segments import StringSegmentValue

from wagtail_prcouncil.blocks.files import FILES
from wagtail_prcouncil.blocks.words import PREVIEW, LineBlock
from wagtail_prcouncil.persian.text import canonical

APP = "wagtail.contrib.typed_table_block"


def _mark(words: str) -> str:
    """By what a translation finds its words again. Not their place: a row put in between would
    give every word below it the translation of its neighbour."""
    return sha256(words.encode()).hexdigest()[:16]


class GridBlock(TypedTableBlock):
    """Caption, headings of columns, and cells of words."""

    text = LineBlock(label=_("Text"), required=False)

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        """E001: without Wagtail's app the editor of a whole body would not open."""
        missing = not apps.is_installed(APP)
        hint = f'Add "{APP}" to INSTALLED_APPS.'
        return [
            *super().check(**kwargs),
            *(
                [Error("The table block lacks its app.", hint, id="prcouncil_blocks.E001")]
                * missing
            ),
        ]

    def get_prep_value(self, value: TypedTable) -> dict[str, Any]:
        stored = super().get_prep_value(value)
        return stored | {
            "caption": canonical(stored["caption"]),
            "columns": [
                column | {"heading": canonical(column["heading"])} for column in stored["columns"]
            ],
        }

    def get_translatable_segments(self, value: TypedTable) -> list[StringSegmentValue]:
        """What wagtail-localize asks for, which passes over the tables of Wagtail in silence.
        The same words in two cells are translated once."""
        return [StringSegmentValue(_mark(words), words) for words in dict.fromkeys(_words(value))]

    def restore_translated_segments(
        self, value: TypedTable, segments: list[StringSegmentValue]
    ) -> TypedTable:
        """The table of the original with its words exchanged."""
        translated = {segment.path: segment.render_text() for segment in segments}

        def there(words: Any) -> Any:
            return translated.get(_mark(words), words) if isinstance(words, str) else words

        return TypedTable(
            columns=[column | {"heading": there(column["heading"])} for column in value.columns],
            row_data=[
                {"values": [there(cell) for cell in row["values"]]} for row in value.row_data
            ],
            caption=there(value.caption),
        )


def _words(table: TypedTable) -> list[str]:
    """Caption, headings and cells, as they are read."""
    headings = [column["heading"] for column in table.columns]
    cells = [cell for row in table.row_data for cell in row["values"]]
    return [words for words in (table.caption, *headings, *cells) if words and words.strip()]


class TableBlock(StructBlock):
    """Facts in rows and columns; not a means of laying things out."""

    table = GridBlock(label=_("Rows and columns"))
    row_headings = BooleanBlock(
        label=_("The first cell names its row"), required=False, default=True
    )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Facts in rows and columns, with a heading above each column.")
        group = FILES
        template = "prcouncil_ui/blocks/table.html"
        preview_template = PREVIEW
        preview_value = {
            "table": {
                "caption": "پیشرفت طرح‌ها تا پایان آبان",
                "columns": [
                    {"type": "text", "heading": "طرح"},
                    {"type": "text", "heading": "استان"},
                    {"type": "text", "heading": "پیشرفت"},
                ],
                "rows": [
                    {"values": ["تصفیه‌خانهٔ نمونه", "یزد", "۸۲ درصد"]},
                    {"values": ["خط انتقال نمونه", "فارس", "۴۰ درصد"]},
                ],
            },
            "row_headings": True,
        }

    def get_context(
        self, value: StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Words only, so that tables of other origin may use the same component."""
        grid = value["table"]
        return super().get_context(value, parent_context) | {
            "headings": [column["heading"] for column in grid.columns],
            "rows": [row["values"] for row in grid.row_data],
        }

    def clean(self, value: StructValue) -> StructValue:
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        grid = cleaned["table"]
        missing = None
        if not grid.columns or not grid.row_data:
            missing = _("A table needs a column and a row.")
        elif not grid.caption.strip():
            missing = _("Write a caption: those who hear the page choose tables by it.")
        elif not all(column["heading"].strip() for column in grid.columns):
            missing = _("Write a heading above each column.")
        if missing:
            raise StructBlockValidationError(
                block_errors={"table": ValidationError(missing, code="headings")}
            )
        return cleaned
