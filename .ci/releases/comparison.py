"""What the comparison of provinces says of the tables that it is made of."""
from collections import defaultdict

from published import SIDES, TABLES, TRADE_OF, Lands, before


class Comparison:
    """Writes down what a release of the comparison says, in the amounts of the newest tables."""

    def __init__(self, readers):
        self.readers = readers
        self.measures = {measure: name for name, table in TABLES.items() for measure in table.measures}
        self.ratios = {column: (name, *both) for name, table in TABLES.items()
                       for column, both in table.ratios.items()}

    def read(self, folder):
        slices = defaultdict(list)
        for row in Lands.rows(folder / "csv" / "regional_comparison.csv"):
            if row["period_kind"] != "month":
                continue
            form = self.form(row["indicator"])
            if form:
                self.amount(row, form)
                slices[row["indicator"], row["boundary_basis"], row["region_id"], row["period_start"]].append(row)
            elif row["indicator"] in self.ratios:
                self.ratio(row)
        for rows in slices.values():
            self.slice(rows)
        return self

    def form(self, indicator):
        """How to write an indicator down as a sum, or nothing."""
        if indicator in self.measures:
            name = self.measures[indicator]
            reader = self.readers.get(TABLES[name].product)
            return reader and (reader, lambda *key: reader.form(name, indicator, *key))
        reader = self.readers.get(TABLES[TRADE_OF].product)
        return reader and (reader, lambda *key: reader.side(indicator, *key)) if indicator in SIDES else None

    @staticmethod
    def cell(row):
        return row["unit_id"], row["boundary_basis"], row["period_start"]

    def amount(self, row, form):
        reader, of = form
        unit, basis, month = self.cell(row)
        here, then, year = of(unit, basis, month), of(unit, basis, before(month, 1)), of(unit, basis, before(month, 12))
        region = row["region_id"] and of(row["region_id"], basis, month)
        for column, forms in (("value", [(1, here)]), ("regional_value", [(1, region)]),
                              ("previous_value", [(1, then)]), ("change_on_previous", [(1, here), (-1, then)])):
            if row[column] != "" and all(one for _, one in forms):
                reader.say(forms, float(row[column]))
        for column, other in (("growth_on_previous", then), ("growth_on_year", year)):
            if row[column] != "" and here and other:
                reader.say([(1, here), (-1 - float(row[column]), other)], 0.0)
        leader = row["leader_unit_ids"].split("|")[0]
        leading = of(leader, basis, month) if leader else None
        if row["gap_to_leader"] != "" and here and leading:
            reader.say([(1, leading), (-1, here)], float(row["gap_to_leader"]))

    def ratio(self, row):
        name, above, below = self.ratios[row["indicator"]]
        reader = self.readers.get(TABLES[name].product)
        if reader is None:
            return
        key = self.cell(row)
        whole = reader.form(name, above, *key)
        part = reader.form(name, below, *key) if below in TABLES[name].measures else None
        for column, form in (("numerator", whole), ("denominator", part)):
            if row[column] != "" and form:
                reader.say([(1, form)], float(row[column]))
        reader.ratio(row, "value", whole, part)

    def slice(self, rows):
        """The mean of the units that are compared, and their order."""
        reader, of = self.form(rows[0]["indicator"])
        compared = [row for row in rows if row["comparison_role"] == "member" and not row["unranked_because"]
                    and (row["value"] != "" or "value:" in row["withheld"])]
        forms = [of(*self.cell(row)) for row in compared]
        mean = rows[0]["regional_mean"]
        if mean != "" and None not in forms and len(forms) == int(rows[0]["compared_unit_count"]):
            reader.say([(1, form) for form in forms], float(mean) * len(forms))
        ranked = sorted(((int(row["rank"]), form) for row, form in zip(compared, forms)
                         if row["rank"] != "" and form), key=lambda one: one[0])
        sign = -1 if rows[0]["direction"] == "lower" else 1
        for (_, more), (_, less) in zip(ranked, ranked[1:]):
            reader.say([(sign, more), (-sign, less)], float("inf"), low=0.0)
