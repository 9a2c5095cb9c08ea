"use strict";
// The editor asks this server and nobody else: completers that look prefixes and terms up on the web are off.
(async () => {
  const known = await (await fetch("examples.json")).json();
  const endpoint = new URL("sparql", location.href).href;
  const declared = Object.entries(known.prefixes);
  const withPrefixes = (sparql) => declared
    .filter(([name]) => name === "xsd" || new RegExp(`\\b${name}:`).test(sparql))
    .map(([name, iri]) => `PREFIX ${name}: <${iri}>\n`).join("") + sparql;

  Yasgui.Yasqe.defaults.autocompleters = ["variables"];
  const first = known.examples.find((one) => one.name === "partners-of") || known.examples[0];
  const yasgui = new Yasgui(document.getElementById("yasgui"), {
    requestConfig: { endpoint, method: "POST" },
    endpointCatalogueOptions: { getData: () => [] },
    copyEndpointOnNewTab: true,
    persistenceId: null,
    yasqe: { value: withPrefixes(first.sparql) },
  });

  const menu = document.getElementById("examples");
  for (const one of known.examples) {
    menu.append(new Option(one.question, one.name));
  }
  menu.addEventListener("change", () => {
    const one = known.examples.find((example) => example.name === menu.value);
    if (one) {
      const editor = yasgui.getTab().getYasqe();
      editor.setValue(withPrefixes(one.sparql));
      editor.query();
    }
  });
})();
