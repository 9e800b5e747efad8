"""Word rules in the admin: `actions.ruling` decides, these ask and tell."""

from typing import Any, ClassVar

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms import BaseModelForm
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.admin.widgets.button import Button, HeaderButton

from wagtail_prcouncil.comments.actions.errors import RefusedError
from wagtail_prcouncil.comments.actions.ruling import add_rules, check_words, save_rule
from wagtail_prcouncil.comments.actions.starting_list import still_to_add
from wagtail_prcouncil.comments.models import WordRule
from wagtail_prcouncil.comments.office.asking import AskingView
from wagtail_prcouncil.comments.office.starting_list import StartingListView
from wagtail_prcouncil.exchange.listings import PlainListMixin
from wagtail_prcouncil.persian.text import fold
from wagtail_prcouncil.ui.forms import PRCouncilModelForm, form_field

SHOWN = 5


class WordRuleForm(PRCouncilModelForm):
    """One word or phrase."""

    def clean_words(self) -> str:
        words: str = " ".join(self.cleaned_data["words"].split())
        try:
            check_words(words, beside=self.instance.pk)
        except RefusedError as error:
            raise ValidationError(str(error)) from error
        return words


class WordListForm(PRCouncilModelForm):
    """Many words of one kind, one in each line."""

    words = forms.CharField(
        label=_("Words or phrases"),
        help_text=_("One in each line. Those that there are already are passed over."),
        max_length=100_000,
        widget=AdminAutoHeightTextInput(attrs={"dir": "auto", "rows": 8}),
    )

    class Meta:
        model = WordRule
        fields = ("words", "match", "code", "urgency")
        formfield_callback = form_field

    def _post_clean(self) -> None:
        """It makes many rules, none of which is checked as the form's own."""


class WordRuleFilterSet(WagtailFilterSet):
    """By how a word is found, what it is called, how urgent it is and whether it is in use."""

    is_active = django_filters.ChoiceFilter(
        label=_("In use"),
        choices=[("True", _("Yes")), ("False", _("No"))],
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )

    class Meta:
        model = WordRule
        fields = ("match", "code", "urgency")


class WordRuleListing(PlainListMixin, generic.IndexView):
    """All rules; the search finds a word in whatever spelling."""

    def search_queryset(self, queryset: QuerySet[WordRule]) -> QuerySet[WordRule]:
        """Hundreds of rules at most: folded here, they need no column of their own."""
        key = fold(self.search_query or "")
        if not self.is_searching or not key:
            return queryset
        rules = WordRule.objects.values_list("pk", "words")
        return queryset.filter(pk__in=[pk for pk, words in rules if key in fold(words)])

    @cached_property
    def header_buttons(self) -> list[Any]:
        buttons = list(super().header_buttons)
        if self.request.user.has_perm("prcouncil_comments.add_wordrule"):
            url = reverse("prcouncil_word_rules:many")
            buttons.append(HeaderButton(gettext("Add a list"), url=url, icon_name="list-ul"))
        return buttons

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        buttons = list(super().header_more_buttons)
        if self.request.user.has_perm("prcouncil_comments.add_wordrule") and still_to_add():
            url = reverse("prcouncil_word_rules:starting")
            buttons.append(Button(gettext("Add the starting list"), url=url, icon_name="list-ul"))
        return buttons


class _StoresByAction:
    """Mixed into views that store a rule: what somebody else did meanwhile is told beside the
    field."""

    def save_instance(self) -> WordRule:
        self.has_content_changes = self.form.has_changed()
        rule = self.form.save(commit=False)
        return save_rule(rule, by=self.request.user) if self.has_content_changes else rule

    def form_valid(self, form: BaseModelForm) -> HttpResponse:
        try:
            response: HttpResponse = super().form_valid(form)
        except RefusedError as error:
            form.add_error(error.field, str(error))
            return self.form_invalid(form)
        return response


class WordRuleCreateView(_StoresByAction, generic.CreateView):
    """A new word."""


class WordRuleEditView(_StoresByAction, generic.EditView):
    """A word, and how it is found."""


class WordListView(AskingView):
    """A list of words at once."""

    form_class = WordListForm
    page_title = _("Add a list of word rules")
    header_icon = "list-ul"
    back_label = _("word rules")
    submit_button_label = _("Add all")
    permission_required = "prcouncil_comments.add_wordrule"

    def form_valid(self, form: WordListForm) -> HttpResponse:
        said = dict(form.cleaned_data)
        try:
            added = add_rules(said.pop("words").splitlines(), by=self.by, **said)
        except RefusedError as error:
            form.add_error(error.field, str(error))
            return self.form_invalid(form)
        self._tell(len(added.made), added.known)
        return redirect(self.back_url)

    @property
    def back_url(self) -> str:
        return reverse("prcouncil_word_rules:index")

    def _tell(self, made: int, known: list[str]) -> None:
        told = ngettext("%(count)s rule added.", "%(count)s rules added.", made)
        messages.success(self.request, told % {"count": made})
        if known:
            shown = "، ".join(f"«{words}»" for words in known[:SHOWN])
            sentence = ngettext(
                "%(count)s line was passed over, because there is a rule for it: %(words)s",
                "%(count)s lines were passed over, because there are rules for them: %(words)s",
                len(known),
            )
            more = "…" if len(known) > SHOWN else ""
            messages.warning(self.request, sentence % {"count": len(known), "words": shown + more})


class WordRuleViewSet(ModelViewSet):
    """What moderators want to see marked."""

    model = WordRule
    icon = "warning"
    menu_label = _("Word rules")
    menu_name = "prcouncil-word-rules"
    name = "prcouncil_word_rules"
    index_view_class = WordRuleListing
    add_view_class = WordRuleCreateView
    edit_view_class = WordRuleEditView
    filterset_class = WordRuleFilterSet
    search_fields = ("words",)
    copy_view_enabled = False  # a copy would have the same words
    list_per_page = 50
    list_display: ClassVar[list[Column]] = [
        TitleColumn(
            "words",
            label=_("Word or phrase"),
            url_name="prcouncil_word_rules:edit",
            sort_key="words",
        ),
        Column("match", label=_("Is found"), accessor="get_match_display"),
        Column("code", label=_("Is called"), accessor="get_code_display"),
        Column("urgency", label=_("Urgency"), accessor="get_urgency_display", sort_key="urgency"),
        BooleanColumn("is_active", label=_("In use")),
    ]
    edit_handler = ObjectList(
        [
            HelpPanel(template="prcouncil_comments/office/word_rule_help.html"),
            FieldPanel("words"),
            FieldPanel("match"),
            FieldRowPanel([FieldPanel("code"), FieldPanel("urgency")]),
            FieldPanel("is_active"),
        ],
        base_form_class=WordRuleForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        many = path("many/", self.construct_view(WordListView), name="many")
        starting = path("starting/", self.construct_view(StartingListView), name="starting")
        return [*super().get_urlpatterns(), many, starting]
