// Sorts and filters the tables of this page. Without it everything can be read just as well.
(() => {
  "use strict";
  const volgorde = new Intl.Collator("nl", { numeric: true });
  const vergelijk = (a, b) => {
    if (a === "" || b === "") return (a === "") - (b === "");
    return isFinite(a) && isFinite(b) ? a - b : volgorde.compare(a, b);
  };

  for (const tabel of document.querySelectorAll("table[data-sorteer]")) {
    const koppen = [...tabel.tHead.rows[0].cells];
    const lijf = tabel.tBodies[0];
    const waarde = (rij, nummer) => rij.cells[nummer].dataset.w ?? rij.cells[nummer].textContent.trim();
    koppen.forEach((kop, nummer) => {
      const knop = document.createElement("button");
      knop.type = "button";
      knop.className = "sorteer";
      knop.append(...kop.childNodes);
      kop.append(knop);
      knop.addEventListener("click", () => {
        const nu = kop.getAttribute("aria-sort");
        const kant = nu ? (nu === "ascending" ? -1 : 1) : kop.classList.contains("getal") ? -1 : 1;
        koppen.forEach((andere) => andere.removeAttribute("aria-sort"));
        kop.setAttribute("aria-sort", kant === 1 ? "ascending" : "descending");
        const rijen = [...lijf.rows].map((rij) => [waarde(rij, nummer), rij]);
        rijen.sort((a, b) => (a[0] === "" || b[0] === "" ? 1 : kant) * vergelijk(a[0], b[0]));
        lijf.append(...rijen.map((paar) => paar[1]));
      });
    });
  }

  const filter = document.querySelector("[data-filter]");
  if (filter) {
    const velden = [...filter.querySelectorAll("[data-op]")];
    const stand = filter.querySelector("[role=status]");
    const pas = (rij) => velden.every((veld) => {
      const gevraagd = veld.value.trim();
      const eigen = rij.dataset[veld.dataset.op] ?? "";
      return !gevraagd || (veld.tagName === "INPUT" ? eigen.includes(gevraagd.toLowerCase()) : eigen === gevraagd);
    });
    const toon = () => {
      for (const tabel of document.querySelectorAll("table[data-filterbaar]")) {
        let aantal = 0;
        for (const rij of tabel.tBodies[0].rows) {
          rij.hidden = !pas(rij);
          aantal += !rij.hidden;
        }
        stand.textContent = `${aantal} van ${tabel.tBodies[0].rows.length} gemeenten`;
      }
    };
    filter.addEventListener("input", toon);
    filter.hidden = false;
    toon();
  }

  const keuze = document.querySelector("[data-keuze]");
  if (keuze) {
    keuze.hidden = false;
    keuze.addEventListener("change", (event) => document.querySelector(".matrix").classList.toggle("kort", event.target.checked));
  }
})();
