//! `eval`: the value of an expression, as JSON.

use super::{Verdict, file, json, output, output::Output};
use crate::exchange::json_schema::json_of;
use crate::expr::{Context, DateTime, Environment, Names, SyntaxError, Value, parse};
use std::path::Path;

/// The clock that `now()` and `today()` show: legal time in Germany.
const CLOCK: &str = "Europe/Berlin";

/// Prints the value of the expression.
pub(super) fn run(output: &Output<'_>, expression: &str, values: Option<&Path>) -> Verdict {
    let scope = match values.map(|path| read_values(output, path)).transpose() {
        Ok(scope) => scope.unwrap_or_default(),
        Err(verdict) => return verdict,
    };
    let mut names = Names::new();
    insert_names(&mut names, &scope);
    let tree = match parse(expression, &names) {
        Ok(tree) => tree,
        Err(error) => {
            output.fault(&sentence(output, expression, &error));
            // To DMN an expression that cannot be read is null; machines get that, people the sentence.
            output::write("null\n");
            return Verdict::Faults;
        }
    };
    let environment = Environment { now: now(), ..Environment::default() };
    let outcome = tree.evaluate(&scope, &environment);
    output::write(&format!("{}\n", json_of(&outcome.value)));
    Verdict::Good
}

fn now() -> Option<DateTime> {
    let zone = jiff::tz::TimeZone::get(CLOCK).ok()?;
    let now = jiff::Timestamp::now().to_zoned(zone);
    DateTime::read(&now.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
}

fn read_values(output: &Output<'_>, path: &Path) -> Result<Context, Verdict> {
    let bytes = file::bytes(output, path)?;
    let text = serde_json::from_slice::<serde_json::Value>(&bytes);
    let value = text.ok().as_ref().and_then(json::to_feel);
    let Some(Value::Context(context)) = value else {
        let file = path.display().to_string();
        output.fault(&output.texts.with("cli-fault-values", &[("file", (&file).into())]));
        return Err(Verdict::CouldNot);
    };
    Ok(context)
}

/// Names of several words must be known before the expression is read.
fn insert_names(names: &mut Names, context: &Context) {
    for (name, value) in context.entries() {
        names.insert(name);
        insert_names_within(names, value);
    }
}

fn insert_names_within(names: &mut Names, value: &Value) {
    match value {
        Value::Context(context) => insert_names(names, context),
        Value::List(list) => {
            for item in list.items() {
                insert_names_within(names, item);
            }
        }
        _ => {}
    }
}

fn sentence(output: &Output<'_>, expression: &str, error: &SyntaxError) -> String {
    let before = expression.get(..error.span.start).unwrap_or(expression);
    let column = (before.chars().count() + 1).to_string();
    let fault = output.texts.syntax_fault(&error.fault);
    output.texts.with("cli-eval-fault", &[("column", (&column).into()), ("fault", (&fault).into())])
}
