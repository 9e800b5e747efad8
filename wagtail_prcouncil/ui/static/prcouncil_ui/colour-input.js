// <prc-colour>: the browser's palette beside a text field; each follows the other.
const written = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;
const long = text => text.length === 4 ? text.replace(/[0-9a-f]/gi, "$&$&") : text;

customElements.define("prc-colour", class extends HTMLElement {
  connectedCallback() {
    const palette = this.querySelector("[type=color]"), text = this.querySelector("input:not([type=color])");
    palette.hidden = false;
    const unset = text.placeholder;
    const follow = () => {
      const typed = text.value.trim();
      if (!typed || written.test(typed)) palette.value = long(typed || unset).toLowerCase();
    };
    follow();
    text.addEventListener("input", follow);
    // The live preview and the warning of unsaved changes listen for what is typed into the text.
    palette.addEventListener("input", () => {
      text.value = palette.value;
      for (const name of ["input", "change"]) text.dispatchEvent(new Event(name, { bubbles: true }));
    });
  }
});
