"""Plays the attacker of releases with software that is not the project's.

Reads the CSV files of all releases, writes down every linear equation that they and the data dictionary give (values,
sums over places and pairs, ratios, growth, twelve months, shares, regional values, means and distances), and asks HiGHS
for the least and the greatest value that each withheld number can have. None may be nearer to the truth than its
protection interval, which is worked out here from the warehouse and the rules that docs/disclosure.md states.

An attacker who finds nothing may be a bad one. So the same is done with releases in which the values that protect
others are put back, and as if such a release had come before; he must find withheld numbers in every table then.

Use: attack.py RELEASES WAREHOUSE TERRITORY
"""
import json
import sys
import time
from collections import defaultdict
from pathlib import Path

from deltalake import DeltaTable

from comparison import Comparison
from equations import System
from published import NEW_MAP, SIDES, TABLES, TRADE, TRADE_MEASURES, TRADE_OF, Lands, before

MINIMUM_COUNT, DOMINANCE_SHARE, PROTECTION = 3, 0.85, 0.1
MILLION = 1e6
# A split value is rounded to whole steps, up to three times.
STEPS = 8
NEAR = 1 - 1e-3
# So many found values prove that the attacker sees something.
ENOUGH = 5


def unit_of(measure):
    return MILLION if measure.endswith("_vnd") else 1.0


def step_of(measure):
    return 0.01 if measure.endswith("_vnd") else 1.0


def number(text):
    return None if text is None or text == "" else float(text)


class Truth:
    """What the warehouse holds. Only used to measure how near an attacker came, and which equations still stand."""

    def __init__(self, warehouse, manifests):
        self.rows = {}
        for name in (*TABLES, TRADE):
            table = DeltaTable(str(warehouse / "mart" / name), version=manifests[name]["warehouse_version"])
            key = manifests[name]["key"]
            self.rows[name] = {tuple(str(row[column]) for column in key): row
                               for row in table.to_pyarrow_table().to_pylist()}
        self.behind = {}
        for row in DeltaTable(str(warehouse / "mart" / "province_month_contributor")).to_pyarrow_table().to_pylist():
            self.behind[row["contributed_table"].removeprefix("mart."), row["contributed_measure"], row["unit_id"],
                        row["partner_unit_id"], row["boundary_basis"], str(row["month"])] = (
                row["contributor_count"], float(row["largest_contribution"]),
                float(row["second_largest_contribution"]), float(row["total_contribution"]))

    def of(self, table, key, column):
        row = self.rows[table].get(key)
        return None if row is None or row[column] is None else float(row[column])

    def need(self, table, measure, place, value):
        """How far a withheld value has to be out of reach: by the rules if they forbid it, by one unit if not."""
        if measure in getattr(TABLES.get(table), "persons", ()):
            count, largest, second, total = value, 1.0, float(value > 1), value
        elif (table, measure, *place) in self.behind:
            count, largest, second, total = self.behind[table, measure, *place]
        else:
            return 1.0
        is_forbidden = (count < MINIMUM_COUNT or largest > DOMINANCE_SHARE * total
                        or total - largest - second < PROTECTION * largest)
        return max(1.0, PROTECTION * largest, largest / DOMINANCE_SHARE - total) if is_forbidden else 1.0


class Reader:
    """Writes down what one release says."""

    def __init__(self, system, truth, lands, fill):
        self.system, self.truth, self.lands, self.fill = system, truth, lands, fill
        self.places, self.tables, self.trade = defaultdict(dict), {}, defaultdict(dict)
        self.reporting = defaultdict(lambda: defaultdict(list))
        self.said = self.wrong = 0

    def read(self, product, folder):
        for name in [name for name, table in TABLES.items() if table.product == product]:
            self.tables[name] = self.rows(folder / "csv" / f"{name}.csv", name, ("unit_id", "boundary_basis", "month"))
            for (unit, basis, month), row in self.tables[name].items():
                if basis == "as_published" and unit not in self.lands.regions:
                    self.reporting[name][month].append(unit)
            for key, row in self.tables[name].items():
                self.place(name, key, row)
        if product == "ecommerce":
            self.read_trade(folder)
        return self

    def rows(self, path, name, key):
        """The rows; with "fill", values that are withheld only for the sake of others are put back."""
        rows = {}
        for row in Lands.rows(path):
            place = tuple(row[column] for column in key)
            for flag in filter(None, row["withheld"].split("|") if self.fill else ()):
                column, reason = flag.split(":")
                if reason == "secondary":
                    value = self.truth.rows[name][place][column]
                    row[column] = str(value)
                    row["withheld"] = "|".join(one for one in row["withheld"].split("|") if one != flag)
            rows[place] = row
        return rows

    def say(self, forms, value, tolerance=0.0, low=None):
        """A sum of forms is a value; with "low", it lies between the two."""
        terms, rest, slack = defaultdict(float), 0.0, tolerance
        for factor, (form, constant, rounding) in forms:
            rest += factor * constant
            slack += abs(factor) * rounding
            for one, amount in form.items():
                terms[one] += factor * amount
        least = value if low is None else low
        self.said += 1
        if not self.system.add(terms, least - rest - slack, value - rest + slack):
            self.wrong += 1

    def says(self, name, key, measure, value):
        """True when this very number stands in the release: nobody can take it back."""
        row = self.tables.get(name, {}).get(key)
        return row is not None and row[measure] != "" and float(row[measure]) == value

    def reported(self, name, measure, unit, month):
        """What a unit reported: an amount; a number, where this release published another one than there is now."""
        key = (unit, "as_published", month)
        now = self.truth.of(name, key, measure)
        then = number(self.tables[name][key][measure])
        if then is not None and (now is None or abs(then - now) > 1e-6):
            return None, then
        return (None, 0.0) if now is None else (
            self.system.amount((name, measure, unit, month), now, unit_of(measure)), 0.0)

    def form(self, name, measure, unit, basis, month):
        """A cell as a sum of what units reported: its terms, what is known of it, and what rounding may do."""
        if (unit, basis, month) not in self.tables[name]:
            return None
        terms, rest = {}, 0.0
        parts = self.lands.parts(unit, basis, self.reporting[name][month])
        for one, part in parts.items():
            amount, constant = self.reported(name, measure, one, month)
            rest += part * constant
            if amount is not None:
                terms[amount] = part
        is_split = any(part != 1 for part in parts.values())
        return terms, rest, STEPS * step_of(measure) * len(parts) if is_split else 0.0

    def place(self, name, key, row):
        table, (unit, basis, month) = TABLES[name], key
        for measure in table.measures:
            if row[measure] != "":
                self.say([(1, self.form(name, measure, *key))], float(row[measure]))
        for whole, *parts in table.wholes:
            if basis == "as_published":
                self.say([(1, self.form(name, whole, *key))]
                         + [(-1, self.form(name, part, *key)) for part in parts], 0.0)
        for column, (above, below) in table.ratios.items():
            self.ratio(row, column, self.form(name, above, *key),
                       self.form(name, below, *key) if below in table.measures else ({}, number(row[below]), 0.0))
        for column, (measure, months) in table.growth.items():
            self.grown(row, column, name, measure, key, months)
        for column, measure in table.years.items():
            forms = [self.form(name, measure, unit, basis, before(month, months)) for months in range(12)]
            if row[column] != "" and None not in forms:
                self.say([(1, form) for form in forms], float(row[column]))
        for column, measure in table.regions.items():
            region = row["region_id"] and self.form(name, measure, row["region_id"], basis, month)
            if row[column] != "" and region:
                self.say([(1, region)], float(row[column]))
        for column, measure in table.shares.items():
            region = row["region_id"] and self.form(name, measure, row["region_id"], basis, month)
            self.ratio(row, column, self.form(name, measure, *key), region)

    def ratio(self, row, column, above, below):
        share = number(row[column])
        if share is not None and above and below:
            self.say([(1, above), (-share, below)], 0.0)

    def grown(self, row, column, name, measure, key, months):
        unit, basis, month = key
        then = self.form(name, measure, unit, basis, before(month, months))
        if row[column] != "" and then:
            self.say([(1, self.form(name, measure, *key)), (-1 - float(row[column]), then)], 0.0)

    def read_trade(self, folder):
        rows = self.rows(folder / "csv" / f"{TRADE}.csv", TRADE,
                         ("seller_unit_id", "buyer_unit_id", "boundary_basis", "month"))
        self.tables[TRADE] = rows
        for (seller, buyer, basis, month), row in rows.items():
            if basis == ("units_2004" if month < NEW_MAP else "units_2025"):
                self.trade[month][seller, buyer] = row
        for key, row in rows.items():
            for measure in TRADE_MEASURES:
                if row[measure] != "":
                    self.say([(1, self.pair(measure, *key))], float(row[measure]))
        for (unit, basis, month), row in self.tables[TRADE_OF].items():
            for side in SIDES:
                form = self.side(side, unit, basis, month)
                if row[side] != "" and form:
                    self.say([(1, form)], float(row[side]))
        for month, units in self.reporting[TRADE_OF].items():
            for seller in units:
                for measure in TRADE_MEASURES:
                    parts = [self.elsewhere(measure, seller, month)] + [
                        self.one(measure, *pair, month) for pair in self.trade[month] if pair[0] == seller]
                    if measure == "gross_value_vnd":
                        parts.append(self.form(TRADE_OF, "buyer_unknown_value_vnd", seller, "as_published", month))
                    self.say([(1, part) for part in parts]
                             + [(-1, self.form(TRADE_OF, measure, seller, "as_published", month))], 0.0)

    def one(self, measure, seller, buyer, month):
        """A pair on the map of its month. A pair without a row has nothing."""
        row = self.trade[month].get((seller, buyer))
        if row is None:
            return {}, 0.0, 0.0
        basis = "units_2004" if month < NEW_MAP else "units_2025"
        now, then = self.truth.of(TRADE, (seller, buyer, basis, month), measure), number(row[measure])
        if now is None or then is not None and abs(then - now) > 1e-6:
            return {}, then or 0.0, 0.0
        return {self.system.amount((TRADE, measure, seller, buyer, month), now, unit_of(measure)): 1.0}, 0.0, 0.0

    def elsewhere(self, measure, seller, month):
        """What goes to places that the table does not show."""
        all_ = self.truth.of(TRADE_OF, (seller, "as_published", month), measure) or 0.0
        if measure == "gross_value_vnd":
            all_ -= self.truth.of(TRADE_OF, (seller, "as_published", month), "buyer_unknown_value_vnd") or 0.0
        basis = "units_2004" if month < NEW_MAP else "units_2025"
        shown = sum(self.truth.of(TRADE, (seller, buyer, basis, month), measure) or 0.0
                    for one, buyer in self.trade[month] if one == seller)
        return {self.system.amount(("elsewhere", measure, seller, month), all_ - shown, unit_of(measure)): 1.0}, 0, 0

    def pair(self, measure, seller, buyer, basis, month):
        return self.sum(self.one(measure, *pair, month) for pair in self.trade[month]
                        if self.lands.of(pair[0]) <= self.lands.of(seller)
                        and self.lands.of(pair[1]) <= self.lands.of(buyer))

    def side(self, side, unit, basis, month):
        """What stays in a unit, leaves it or reaches it; nothing where a reporting unit lies on its border."""
        parts = self.lands.parts(unit, basis, self.reporting[TRADE_OF][month])
        if not parts or any(part != 1 for part in parts.values()):
            return None
        forms = []
        for seller, buyer in self.trade[month]:
            sells, buys = (self.lands.of(one) <= self.lands.of(unit) for one in (seller, buyer))
            if (sells, buys) == {"sales_within_vnd": (True, True), "sales_out_vnd": (True, False),
                                 "sales_in_vnd": (False, True)}[side]:
                forms.append(self.one("gross_value_vnd", seller, buyer, month))
        if side == "sales_out_vnd":
            forms += [self.elsewhere("gross_value_vnd", one, month) for one in parts]
        return self.sum(forms)

    @staticmethod
    def sum(forms):
        terms, rest, slack = defaultdict(float), 0.0, 0.0
        for form, constant, rounding in forms:
            rest, slack = rest + constant, slack + rounding
            for one, factor in form.items():
                terms[one] += factor
        return terms, rest, slack


class Siege:
    """All releases against the warehouse, in one of the ways to play."""

    def __init__(self, releases, warehouse, territory, fill=False, earlier=False):
        self.lands = Lands(territory)
        products = sorted({table.product for table in TABLES.values()})
        self.folders = {product: sorted((path for path in (releases / product).iterdir() if path.is_dir()), key=version)
                        for product in (*products, "comparison") if (releases / product).is_dir()}
        manifests = {}
        for product in products:
            manifest = json.loads((self.folders[product][-1] / "manifest.json").read_text(encoding="utf-8"))
            manifests.update({table["name"]: table for table in manifest["tables"]})
        self.truth = Truth(warehouse, manifests)
        self.systems, self.newest, self.before = {}, {}, []
        for product in products:
            self.systems[product] = System()
            for folder in self.folders[product][:-1]:
                self.before.append(self.reader(product, fill).read(product, folder))
            if earlier:
                self.reader(product, True).read(product, self.folders[product][-1])
            self.newest[product] = self.reader(product, fill).read(product, self.folders[product][-1])
        wrong = {product: reader.wrong for product, reader in self.newest.items()}
        for folder in self.folders.get("comparison", ()):
            Comparison(self.newest).read(folder)
        newest = {product: reader.wrong - wrong[product] for product, reader in self.newest.items()}
        self.wrong = sum(wrong.values()) + (sum(newest.values()) if len(self.folders["comparison"]) == 1 else 0)

    def reader(self, product, fill):
        return Reader(self.systems[product], self.truth, self.lands, fill)

    def attack(self, enough=float("inf")):
        """For each table: how many withheld values were attacked, until enough were found, and which were found."""
        for product, reader in self.newest.items():
            parts = self.systems[product].solved()
            for name, rows in reader.tables.items():
                attacked, found = 0, []
                for key, measure, form in self.withheld(reader, name, rows):
                    value = self.truth.of(name, key, measure)
                    if any(one.says(name, key, measure, value) for one in self.before):
                        continue
                    attacked += 1
                    # A zero tells of nobody.
                    if value and self.is_near(name, measure, key, value, parts, form):
                        found.append(f"{measure} of {' '.join(key)}")
                        if len(found) >= enough:
                            break
                yield name, attacked, found

    @staticmethod
    def withheld(reader, name, rows):
        for key, row in rows.items():
            hidden = {flag.split(":")[0] for flag in row["withheld"].split("|")}
            for measure in TRADE_MEASURES if name == TRADE else TABLES[name].measures:
                if measure in hidden:
                    yield key, measure, reader.pair(measure, *key) if name == TRADE else reader.form(
                        name, measure, *key)
            for side in SIDES if name == TRADE_OF else ():
                if side in hidden:
                    yield key, side, reader.side(side, *key)

    def is_near(self, name, measure, key, value, parts, form):
        below, above = parts.bounds(form[0])
        place = (key[0], *key[1:]) if name == TRADE else (key[0], "all", *key[1:])
        need = self.truth.need(name, measure, place, value)
        return above < need * NEAR or below < min(need, value) * NEAR


def version(folder):
    return [int(part) for part in folder.name.split(".") if part.isdigit()]


def main():
    releases, warehouse, territory = map(Path, sys.argv[1:4])
    failures = []
    for what, options in (("as released", {}), ("without the values that protect others withheld", {"fill": True}),
                          ("after a release without them", {"earlier": True})):
        began = time.process_time()
        siege = Siege(releases, warehouse, territory, **options)
        print(f"{what}: {sum(len(one.rows) for one in siege.systems.values())} equations, "
              f"{sum(len(one.truth) for one in siege.systems.values())} amounts")
        if siege.wrong:
            failures.append(f"{siege.wrong} equations do not hold in the warehouse")
        for name, attacked, found in siege.attack(*([ENOUGH] if options else [])):
            print(f"  {name}: {attacked} withheld values attacked, {len(found)} found")
            if found and not options:
                failures += [f"{name}: {one}" for one in found[:20]]
            if not found and options and attacked:
                failures.append(f"{name}: an attacker who should find values finds none")
        print(f"  {time.process_time() - began:.1f} s")
    for failure in failures:
        print("FAILED:", failure, file=sys.stderr)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
