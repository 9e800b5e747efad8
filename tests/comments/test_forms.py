from wagtail_prcouncil.comments.forms import DECOY, CommentForm, ReportForm, VoteForm

FILLED = {"name": " شهروند\tیکم ", "text": "سلام\r\n\r\n\r\n\r\nآب نيست", "email": ""}


def test_an_entry_is_clean_and_keeps_what_was_sent() -> None:
    form = CommentForm(FILLED)
    assert form.is_valid()
    assert form.entry == ("شهروند یکم", "سلام\n\nآب نیست", "", FILLED["text"])
    assert not form.fell_for_decoy
    assert CommentForm(FILLED | {DECOY: "x"}).fell_for_decoy


def test_who_wants_mail_gives_an_address() -> None:
    form = CommentForm(FILLED | {"wants_mail": "on"})
    assert set(form.errors) == {"email"}
    assert CommentForm(FILLED | {"wants_mail": "on", "email": "a@b.ir"}).is_valid()
    wrong = CommentForm(FILLED | {"wants_mail": "on", "email": "a@b"})
    assert len(wrong.errors["email"]) == 1, "one error at a time"


def test_no_browser_cuts_what_is_typed() -> None:
    assert "maxlength" not in str(CommentForm())


def test_a_report_has_a_reason_and_few_words() -> None:
    assert ReportForm({"reason": "libel"}).is_valid()
    assert ReportForm({"reason": "libel", "words": "  "}).is_valid()
    for words in ("ب" * 501, "\ufffe", "\x1b[31m"):
        assert set(ReportForm({"reason": "libel", "words": words}).errors) == {"words"}


def test_votes() -> None:
    likes = {}
    for answer in ("like", "dislike", "none"):
        form = VoteForm({"answer": answer})
        assert form.is_valid()
        likes[answer] = form.likes
    assert likes == {"like": True, "dislike": False, "none": None}
    assert not VoteForm({"answer": "x"}).is_valid()
