// An import that somebody has just started goes on by itself, some seconds at a time; without this,
// and for whoever only looks at it, by its button.
document.querySelector("form[data-prc-advance]")?.requestSubmit();
