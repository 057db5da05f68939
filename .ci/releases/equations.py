"""A system of linear equations over amounts that are never negative, and how far it leaves a sum open.

The linear programmes are solved by HiGHS (Huangfu and Hall, 2018), which is no part of the project.
"""
from collections import defaultdict

import highspy
import numpy

ROUNDING = 1e-9


class System:
    """Equations and inequalities. Amounts have a unit of their own each, so that all are of one size."""

    def __init__(self):
        self.index, self.truth, self.unit, self.rows = {}, [], [], []

    def amount(self, key, truth, unit=1.0):
        """The number of an amount, which is made when it is new. The truth only takes rounding out of the equations."""
        if key not in self.index:
            self.index[key] = len(self.truth)
            self.truth.append(truth / unit)
            self.unit.append(unit)
        return self.index[key]

    def add(self, terms, low, high):
        """A sum lies between two values. False when it does not in truth: then whoever wrote it down was wrong."""
        terms = {one: factor * self.unit[one] for one, factor in terms.items() if factor}
        size = max((abs(factor) for factor in terms.values()), default=1.0)
        terms = {one: factor / size for one, factor in terms.items()}
        is_at = sum(factor * self.truth[one] for one, factor in terms.items())
        slack = 1e-12 + ROUNDING * sum(abs(factor * self.truth[one]) for one, factor in terms.items())
        low, high = low / size - slack, high / size + slack
        if not low - slack <= is_at <= high + slack:
            return False
        if terms:
            # Kept as shifts from the truth, at which nothing contradicts anything; what is less than rounding is none.
            down, up = is_at - low, high - is_at
            self.rows.append((terms, -down if down > 3 * slack else 0.0, up if up > 3 * slack else 0.0))
        return True

    def solved(self):
        """The same with every amount taken out that follows from an equation of one unknown, one after the other."""
        known, free, waiting = set(), [], defaultdict(list)
        for number, (terms, low, high) in enumerate(self.rows):
            free.append(set(terms))
            for one in terms:
                waiting[one].append(number)
        queue = [number for number, terms in enumerate(free) if len(terms) == 1]
        while queue:
            number = queue.pop()
            if len(free[number]) == 1 and self.rows[number][1:] == (0.0, 0.0):
                one = next(iter(free[number]))
                known.add(one)
                for other in waiting[one]:
                    free[other].discard(one)
                    if len(free[other]) == 1:
                        queue.append(other)
        return Parts(self, known, free)


class Parts:
    """What is left to find out, in parts that have nothing to do with one another."""

    def __init__(self, system, known, free):
        self.system, self.known, self.programmes = system, known, {}
        parent = list(range(len(system.truth)))

        def root(one):
            while parent[one] != one:
                parent[one] = parent[parent[one]]
                one = parent[one]
            return one

        for terms in free:
            first, *others = terms or [None]
            for other in others:
                parent[root(other)] = root(first)
        self.part = [root(one) for one in range(len(parent))]
        self.rows = defaultdict(list)
        for number, terms in enumerate(free):
            if terms:
                self.rows[self.part[next(iter(terms))]].append(number)
        self.members = defaultdict(list)
        for one, part in enumerate(self.part):
            if one not in known:
                self.members[part].append(one)

    def bounds(self, terms):
        """How far a sum can be below and above what it truly is, for all that the equations say."""
        least = greatest = 0.0
        by_part = defaultdict(dict)
        for one, factor in terms.items():
            if one not in self.known:
                by_part[self.part[one]][one] = factor * self.system.unit[one]
        for part, goal in by_part.items():
            if part not in self.programmes:
                self.programmes[part] = Programme(self.system, self.known, self.members[part], self.rows[part])
            down, up = self.programmes[part].bounds(goal)
            least, greatest = least + down, greatest + up
        return least, greatest


class Programme:
    """One part as a model of HiGHS, which goes on from its last solution when only the goal is another."""

    def __init__(self, system, known, members, rows):
        self.place = {one: at for at, one in enumerate(members)}
        forms = {}
        for number in rows:
            terms, least, greatest = system.rows[number]
            form = tuple(sorted((self.place[one], factor) for one, factor in terms.items() if one not in known))
            # Tables say the same again and again.
            tightest = forms.get(form, (-highspy.kHighsInf, highspy.kHighsInf))
            forms[form] = max(tightest[0], least), min(tightest[1], greatest)
        low, high = ([both[side] for both in forms.values()] for side in (0, 1))
        column = [place for form in forms for place, _ in form]
        factors = [factor for form in forms for _, factor in form]
        start = numpy.cumsum([0, *map(len, forms)])
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(members), len(forms)
        model.col_cost_ = numpy.zeros(len(members))
        model.col_lower_ = -numpy.array([max(0.0, system.truth[one]) for one in members])
        model.col_upper_ = numpy.full(len(members), highspy.kHighsInf)
        model.row_lower_, model.row_upper_ = numpy.array(low), numpy.array(high)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = start.astype(numpy.int32)
        model.a_matrix_.index_ = numpy.array(column, dtype=numpy.int32)
        model.a_matrix_.value_ = numpy.array(factors, dtype=numpy.float64)
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("threads", 1)
        self.solver.passModel(model)
        self.width = len(members)

    def bounds(self, goal):
        cost = numpy.zeros(self.width)
        size = max(abs(factor) for factor in goal.values())
        for one, factor in goal.items():
            cost[self.place[one]] = factor / size
        self.solver.changeColsCost(self.width, numpy.arange(self.width, dtype=numpy.int32), cost)
        return tuple(size * abs(self.best(sense)) for sense in (highspy.ObjSense.kMinimize, highspy.ObjSense.kMaximize))

    def best(self, sense):
        self.solver.changeObjectiveSense(sense)
        self.solver.run()
        status = self.solver.getModelStatus()
        if status in (highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible):
            return float("inf")
        if status != highspy.HighsModelStatus.kOptimal:
            raise RuntimeError(f"HiGHS ended with {status}")
        return self.solver.getInfo().objective_function_value
