//! Conditions and decision tables against the declared data: ways and rows that no value can take, values for which there is no way,
//! values for which there are two. Only what is certain is told: conditions that compare data with constants, over all values that differ.

use super::{Aspect, Problem};
use crate::expr::{Atom, Comparison, Context, Environment, Tree, UnaryTests, Value, parse, parse_unary_tests};
use crate::form::format;
use crate::model::{DecisionTable, Document, FlowIndex, FlowNode, HitPolicy, NodeKind, SequenceFlow, Subject};
use crate::sim::{Domains, combinations, context_of};
use std::collections::BTreeMap;

/// Most combinations of values at one gateway or table. Where there are more, nothing is said.
const MOST_AT_ONCE: usize = 1_024;
/// Most combinations in one look at the document, so that it stays quick while somebody draws.
const MOST: usize = 2_000;

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    let mut reader = Reader { document, domains: Domains::new(document, Environment::default()), left: MOST, found };
    let flows = FlowIndex::of(document);
    for node in document.nodes.values() {
        let outgoing: Vec<&SequenceFlow> = flows.outgoing(node.id).iter().filter_map(|flow| document.flows.get(*flow)).collect();
        if outgoing.iter().any(|flow| !flow.condition.trim().is_empty()) {
            reader.ways(node, &outgoing);
        }
    }
    document.decision_tables.values().for_each(|table| reader.table(table));
}

/// Values by path.
type Values = Vec<(String, Value)>;

struct Reader<'a> {
    document: &'a Document,
    domains: Domains<'a>,
    /// Combinations that may still be looked at.
    left: usize,
    found: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    /// All values of these data that differ for these comparisons; `None` where that cannot be told, or where they are too many.
    fn combinations(&mut self, atoms: &[Atom]) -> Option<Vec<Values>> {
        let mut by_path = BTreeMap::<&str, Vec<&Atom>>::new();
        for atom in atoms {
            by_path.entry(&atom.path).or_default().push(atom);
        }
        let mut domains = Vec::with_capacity(by_path.len());
        let mut size = 1_usize;
        for (path, atoms) in by_path {
            let domain = self.domains.values(path, atoms.into_iter());
            size = size.checked_mul(domain.values.len()).filter(|size| domain.is_whole && (1..=MOST_AT_ONCE).contains(size))?;
            domains.push((path.to_owned(), domain.values));
        }
        self.left = self.left.checked_sub(size)?;
        Some(combinations(&domains, size).collect())
    }

    fn ways(&mut self, node: &FlowNode, outgoing: &[&SequenceFlow]) {
        let mut conditions: Vec<(&SequenceFlow, Tree)> = Vec::new();
        let mut atoms = Vec::new();
        for flow in outgoing.iter().filter(|flow| !flow.is_default) {
            let Ok(tree) = parse(&flow.condition, self.domains.names()) else { return };
            let own = tree.atoms(self.domains.environment());
            if !own.is_plain {
                return;
            }
            atoms.extend(own.atoms);
            conditions.push((flow, tree));
        }
        let Some(all) = self.combinations(&atoms) else { return };
        let is_exclusive = matches!(node.kind, NodeKind::ExclusiveGateway);
        let mut ways = Ways::new(conditions.len());
        for values in all {
            let context = context_of(&values, &Context::default());
            let holds = |(_, tree): &(_, Tree)| tree.evaluate(&context, self.domains.environment()).value.as_boolean();
            let holding: Option<Vec<bool>> = conditions.iter().map(holds).collect();
            // Null: nothing is said about values that are not there.
            let Some(holding) = holding else { return };
            ways.add(&holding, values);
        }
        self.tell_ways(node, outgoing, &conditions, ways, is_exclusive);
    }

    fn tell_ways(
        &mut self,
        node: &FlowNode,
        outgoing: &[&SequenceFlow],
        conditions: &[(&SequenceFlow, Tree)],
        ways: Ways,
        is_exclusive: bool,
    ) {
        let at = Subject::Node(node.id);
        for (place, (flow, _)) in conditions.iter().enumerate() {
            let way = || Subject::Flow(flow.id);
            if ways.holds.get(place) == Some(&false) {
                self.found.push(
                    Problem::warning("check-way-never", way()).and(at).about(Aspect::Condition).with("condition", flow.condition.trim()),
                );
            } else if is_exclusive && ways.first.get(place) == Some(&false) {
                self.found.push(Problem::warning("check-way-behind", way()).and(at).about(Aspect::Condition));
            }
        }
        match outgoing.iter().find(|flow| flow.is_default) {
            Some(default) if ways.gap.is_none() => {
                self.found.push(Problem::hint("check-way-rest-never", Subject::Flow(default.id)).and(at));
            }
            None if node.kind.is_gateway() => {
                if let Some(gap) = &ways.gap {
                    let example = self.example(gap);
                    self.found.push(Problem::error("check-gateway-gap", at).with("example", example));
                }
            }
            _ => {}
        }
        let Some((first, second, values)) = ways.overlap.filter(|_| is_exclusive) else { return };
        let ends = [first, second].map(|place| conditions.get(place).map(|(flow, _)| Subject::Flow(flow.id)));
        if let [Some(first), Some(second)] = ends {
            let example = self.example(&values);
            self.found.push(Problem::warning("check-gateway-overlap", at).and(first).and(second).with("example", example));
        }
    }

    fn table(&mut self, table: &DecisionTable) {
        let mut atoms = Vec::new();
        let mut inputs = Vec::new();
        for input in &table.inputs {
            let Ok(tree) = parse(&input.expression, self.domains.names()) else { return };
            let own = tree.atoms(self.domains.environment());
            let [only] = &own.atoms[..] else { return };
            if only.path != input.expression.trim() {
                return;
            }
            inputs.push((only.path.clone(), tree));
            // Also where no cell tests it, so that the rows are tried at all.
            atoms.push(Atom { path: only.path.clone(), sign: Comparison::Equal, constant: Value::Null });
        }
        let mut rows = Vec::new();
        for rule in &table.rules {
            let Some(row) = self.row(&inputs, &rule.tests, &mut atoms) else { return };
            rows.push(row);
        }
        if rows.is_empty() {
            return;
        }
        let Some(all) = self.combinations(&atoms) else { return };
        let mut matches = Ways::new(rows.len());
        for values in all {
            let context = context_of(&values, &Context::default());
            let value = |tree: &Tree| tree.evaluate(&context, self.domains.environment()).value;
            let inputs: Vec<Value> = inputs.iter().map(|(_, tree)| value(tree)).collect();
            let accepts = |test: &Option<UnaryTests>, input: &Value| {
                test.as_ref().is_none_or(|test| test.evaluate(input, &context, self.domains.environment()).value.as_boolean() == Some(true))
            };
            let holding: Vec<bool> = rows.iter().map(|row| row.iter().zip(&inputs).all(|(test, input)| accepts(test, input))).collect();
            matches.add_where(&holding, values, |first, second| self.clash(table, first, second, &context));
        }
        self.tell_rows(table, &matches);
    }

    /// The tests of a row; `None` for cells that accept all. Their comparisons are added to the others.
    fn row(&self, inputs: &[(String, Tree)], tests: &[String], atoms: &mut Vec<Atom>) -> Option<Vec<Option<UnaryTests>>> {
        let mut row = Vec::with_capacity(tests.len());
        for (cell, (path, _)) in tests.iter().zip(inputs) {
            if matches!(cell.trim(), "" | "-") {
                row.push(None);
                continue;
            }
            let tests = parse_unary_tests(cell, self.domains.names()).ok()?;
            let own = tests.atoms(self.domains.environment());
            let of_input = |atom: Atom| if atom.path == "?" { Some(Atom { path: path.clone(), ..atom }) } else { None };
            atoms.extend(own.atoms.into_iter().map(of_input).collect::<Option<Vec<_>>>().filter(|_| own.is_plain)?);
            row.push(Some(tests));
        }
        Some(row)
    }

    /// Whether two rows that match together are at odds, as the table wants it.
    fn clash(&self, table: &DecisionTable, first: usize, second: usize, context: &Context) -> bool {
        let results = |row: usize| {
            let texts = table.rules.get(row).map_or(&[][..], |rule| &rule.results);
            let value =
                |text: &String| parse(text, self.domains.names()).map(|tree| tree.evaluate(context, self.domains.environment()).value);
            texts.iter().map(|text| value(text).unwrap_or_default()).collect::<Vec<_>>()
        };
        match table.hit_policy {
            HitPolicy::Unique => true,
            HitPolicy::Any => {
                results(first).iter().zip(&results(second)).any(|(one, other)| !one.is_null() && !other.is_null() && !one.is(other))
            }
            HitPolicy::First | HitPolicy::Collect => false,
        }
    }

    fn tell_rows(&mut self, table: &DecisionTable, matches: &Ways) {
        let at = Subject::DecisionTable(table.id);
        let number = |row: usize| (row + 1).to_string();
        for row in 0..table.rules.len() {
            if matches.holds.get(row) == Some(&false) {
                self.found.push(Problem::warning("check-row-never", at).about(Aspect::Decision).with("row", number(row)));
            } else if table.hit_policy == HitPolicy::First && matches.first.get(row) == Some(&false) {
                self.found.push(Problem::warning("check-row-behind", at).about(Aspect::Decision).with("row", number(row)));
            }
        }
        if let Some(gap) = &matches.gap {
            let example = self.example(gap);
            self.found.push(Problem::warning("check-decision-gap", at).about(Aspect::Decision).with("example", example));
        }
        if let Some((first, second, values)) = &matches.overlap {
            let example = self.example(values);
            let kind = if table.hit_policy == HitPolicy::Any { "check-decision-differs" } else { "check-decision-overlap" };
            let problem = Problem::error(kind, at).about(Aspect::Decision).with("first", number(*first)).with("second", number(*second));
            self.found.push(problem.with("example", example));
        }
    }

    /// "Betrag = 100,00 €, Art = neu".
    fn example(&self, values: &Values) -> String {
        let told = |(path, value): &(String, Value)| {
            let name = self.domains.field(path).map(|field| field.name.trim()).filter(|name| !name.is_empty()).unwrap_or(path);
            format!("{name} = {}", format::at_path(self.document, path, value))
        };
        values.iter().map(told).collect::<Vec<_>>().join(", ")
    }
}

/// What was seen of conditions or rows over all values.
struct Ways {
    /// Which hold at all.
    holds: Vec<bool>,
    /// Which hold somewhere as the first.
    first: Vec<bool>,
    /// Values for which none holds.
    gap: Option<Values>,
    /// Two that hold together, with values for it.
    overlap: Option<(usize, usize, Values)>,
}

impl Ways {
    fn new(count: usize) -> Self {
        Self { holds: vec![false; count], first: vec![false; count], gap: None, overlap: None }
    }

    fn add(&mut self, holding: &[bool], values: Values) {
        self.add_where(holding, values, |_, _| true);
    }

    fn add_where(&mut self, holding: &[bool], values: Values, clash: impl Fn(usize, usize) -> bool) {
        self.holds.iter_mut().zip(holding).for_each(|(seen, holds)| *seen |= holds);
        let places: Vec<usize> = holding.iter().enumerate().filter(|(_, holds)| **holds).map(|(place, _)| place).collect();
        match places[..] {
            [] => {
                self.gap.get_or_insert(values);
            }
            [first, ref others @ ..] => {
                if let Some(seen) = self.first.get_mut(first) {
                    *seen = true;
                }
                if let Some(second) = others.iter().find(|second| self.overlap.is_none() && clash(first, **second)) {
                    self.overlap = Some((first, *second, values));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
