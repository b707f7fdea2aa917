//! Rows of decision tables as sentences.

use super::Texts;
use super::play::field_of;
use crate::model::{DecisionRule, DecisionTable, Document};
use crate::scope::SETTINGS;
use crate::sim::Target;

impl Texts {
    /// Something that test cases can go through; of a row with what it says.
    pub fn target_in_full(&self, document: &Document, target: &Target) -> String {
        let named = self.target(document, target);
        let Target::Row { table, row } = target else { return named };
        let Some((table, rule)) = document.decision_tables.get(*table).and_then(|table| Some((table, table.rules.get(*row)?))) else {
            return named;
        };
        format!("{named}: {}", self.row(document, table, rule))
    }

    fn row(&self, document: &Document, table: &DecisionTable, rule: &DecisionRule) -> String {
        let cells = table.inputs.iter().zip(&rule.tests).filter(|(_, test)| !matches!(test.trim(), "" | "-"));
        let tests: Vec<String> = cells.map(|(input, test)| self.cell(document, &input.name, test.trim())).collect();
        let cells = table.outputs.iter().zip(&rule.results);
        let results: Vec<String> = cells.map(|(output, result)| self.cell(document, &output.name, result.trim())).collect();
        let [tests, results] = [tests, results].map(|cells| cells.join(self.get("cover-and")));
        let key = if tests.is_empty() { "cover-row-always" } else { "cover-row-if" };
        self.with(key, &[("tests", (&tests).into()), ("results", (&results).into())])
    }

    /// A column with what its cell says: yes and no, texts and fields as people know them; what is more stays as it was typed.
    fn cell(&self, document: &Document, column: &str, cell: &str) -> String {
        if cell.starts_with(['<', '>']) {
            return format!("{column} {cell}");
        }
        let setting = cell.strip_prefix(SETTINGS).and_then(|rest| rest.strip_prefix('.'));
        let setting = setting.and_then(|key| document.settings.values().find(|setting| setting.key == key));
        let text = cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).filter(|inner| !inner.contains('"'));
        let words = match (cell, setting, text) {
            ("true", ..) => self.get("cover-yes").to_owned(),
            ("false", ..) => self.get("cover-no").to_owned(),
            (_, Some(setting), _) => setting.name.clone(),
            (_, _, Some(text)) => text.to_owned(),
            _ => field_of(document, cell),
        };
        format!("{column} = {words}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::model::{DecisionInput, DecisionOutput, DecisionTableId, FieldKind, HitPolicy, Setting, SettingId};

    #[test]
    fn a_row_says_when_it_counts_and_what_comes_out() {
        let mut document = Document::empty("steuer", "Steuer");
        let id: SettingId = document.new_id();
        let (key, name) = ("satz".to_owned(), "Satz für Hunde".to_owned());
        let setting =
            Setting { id, key, name, description: String::new(), kind: FieldKind::Money, default_value: "1".to_owned(), is_required: true };
        document.settings.insert(id, setting);
        let input = |name: &str| DecisionInput { name: name.to_owned(), ..DecisionInput::default() };
        let output = DecisionOutput { name: "Steuer".to_owned(), ..DecisionOutput::default() };
        let rule = |tests: [&str; 3], result: &str| DecisionRule {
            tests: tests.map(str::to_owned).to_vec(),
            results: vec![result.to_owned()],
            note: String::new(),
        };
        let rules = vec![rule(["true", "> 2", "\"Amt\""], "einstellungen.satz"), rule(["-", "-", "-"], "0")];
        let table: DecisionTableId = document.new_id();
        let (key, name) = ("tabelle".to_owned(), "Tabelle".to_owned());
        let inputs = ["Gefährlich", "Anzahl", "Halter"].map(input).to_vec();
        document
            .decision_tables
            .insert(table, DecisionTable { id: table, key, name, hit_policy: HitPolicy::First, inputs, outputs: vec![output], rules });
        let texts = Texts::new(Language::German);
        let said = |row| texts.target_in_full(&document, &Target::Row { table, row });
        assert_eq!(said(0), "Zeile 1 in „Tabelle“: wenn Gefährlich = ja und Anzahl > 2 und Halter = Amt, dann Steuer = Satz für Hunde");
        assert_eq!(said(1), "Zeile 2 in „Tabelle“: in allen anderen Fällen Steuer = 0");
    }
}
