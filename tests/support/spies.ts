/**
 * A page's script that defines elements of the names of ours, which look for the shadow
 * roots that they are given: `made` counts them, `seen` has what stood in the roots.
 */
export const SPIES = `<script>
  var made = 0, seen = [];
  for (const name of ['tifa-card', 'tifa-notes']) customElements.define(name, class extends HTMLElement {
    constructor() {
      super();
      made++;
      const internals = this.attachInternals();
      setInterval(() => {
        const root = internals.shadowRoot ?? this.shadowRoot;
        if (root !== null) seen.push(root.textContent);
      }, 20);
    }
  });
</script>`;
