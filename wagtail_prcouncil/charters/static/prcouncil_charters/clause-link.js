// The link to a clause of a charter in Wagtail's editor of rich text: a dialogue of the server offers
// clauses, and what is kept of the chosen one are the charter's key and the clause's anchor.
(() => {
  const { draftail, React } = window;
  const TYPE = "CHARTER_CLAUSE";

  class ClauseSource extends draftail.DocumentModalWorkflowSource {
    getChooserConfig() {
      const open = (modal) => {
        const body = modal.body[0] ?? modal.body;
        modal.ajaxifyForm(body.querySelectorAll("form"));
        // The body stays when a search fills it anew; its buttons do not.
        for (const button of body.querySelectorAll("[data-prc-clause]")) {
          button.addEventListener("click", () => {
            modal.respond("chosen", JSON.parse(button.dataset.prcClause));
          });
        }
        const input = body.querySelector("input[type=search]");
        input.focus();
        modal.container?.attr("aria-label", this.props.entityType.description);
        modal.container?.one("shown.bs.modal", () => input.focus()); // which takes it once more
      };
      return {
        url: this.props.entityType.chooserUrl,
        urlParams: {},
        onload: { choose: open },
        responses: { chosen: this.onChosen },
      };
    }

    onChosen({ charter, anchor, title }) {
      const { editorState, onComplete } = this.props;
      const { EditorState, Modifier, RichUtils } = window.DraftJS;
      const selection = editorState.getSelection();
      const content = editorState
        .getCurrentContent()
        .createEntity(TYPE, "MUTABLE", { charter, anchor, title });
      const key = content.getLastCreatedEntityKey();
      // Marked words become the link; where none are marked, the clause's name is written.
      const next = selection.isCollapsed()
        ? EditorState.push(
            editorState,
            Modifier.replaceText(content, selection, title, null, key),
            "insert-characters",
          )
        : RichUtils.toggleLink(editorState, selection, key);
      this.workflow.close();
      onComplete(next);
    }
  }

  function ClauseLink(props) {
    const { title, anchor } = props.contentState.getEntity(props.entityKey).getData();
    const shown = { icon: "#icon-clipboard-list", label: title || anchor, url: "" };
    return React.createElement(draftail.TooltipEntity, { ...props, ...shown });
  }

  draftail.registerPlugin({ type: TYPE, source: ClauseSource, decorator: ClauseLink }, "entityTypes");
})();
