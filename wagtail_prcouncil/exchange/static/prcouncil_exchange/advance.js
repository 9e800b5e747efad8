// An import goes on by itself, some seconds at a time; without this, by its button.
document.querySelector("form[data-prc-advance]")?.requestSubmit();
