//! Carries into a kept text what differs between two values, and leaves everything else to the letter.
//!
//! Members are told apart by their keys. Items of lists are told apart by what names them: `id`, `value`, `@type`, the first field of a row,
//! the first group of a section; else by their place among those without a name. Rows are only lines of fields: a field is found in
//! whichever row it stands, and keeps its row while its neighbours there stay.

use super::tree::{Json, Kind};
use super::write::{member, written};
use serde_json::Value;

/// The kept text with the changes from `before` to `after`.
pub(in super::super) fn merge(kept: &str, tree: &Json, before: &Value, after: &Value) -> String {
    if before == after {
        return kept.to_owned();
    }
    let head = kept.get(..tree.place.start).unwrap_or_default();
    let tail = kept.get(tree.place.end..).unwrap_or_default();
    format!("{head}{}{tail}", Merge { text: kept }.value(tree, before, after, "\n"))
}

struct Merge<'t> {
    text: &'t str,
}

impl<'t> Merge<'t> {
    fn slice(&self, json: &Json) -> &'t str {
        self.text.get(json.place.clone()).unwrap_or_default()
    }

    /// The text of a value. `line`: how the line begins on which the value stands.
    fn value(&self, kept: &Json, before: &Value, after: &Value, line: &str) -> String {
        if before == after || is_same(kept, after) {
            return self.slice(kept).to_owned();
        }
        match (&kept.kind, before, after) {
            (Kind::Object(_), Value::Object(_), Value::Object(_)) => self.object(kept, before, after, line),
            (Kind::List(items), Value::Array(old), Value::Array(new)) => self.list(kept, items, (old, new), line),
            _ => written(after, line),
        }
    }

    fn object(&self, kept: &Json, before: &Value, after: &Value, line: &str) -> String {
        let inner = self.line_within(kept, line);
        let (Value::Object(old), Value::Object(new)) = (before, after) else { return written(after, line) };
        let mut parts: Vec<(String, String)> = Vec::new();
        let mut is_changed = false;
        for own in kept.members() {
            let text = match (old.get(&own.key), new.get(&own.key)) {
                (Some(_), None) => {
                    is_changed = true;
                    continue;
                }
                (None, Some(added)) if !is_same(&own.value, added) => written(added, &inner),
                (Some(before), Some(after)) if own.key == "rows" => self.rows(&own.value, before, after, &inner),
                (Some(before), Some(after)) => self.value(&own.value, before, after, &inner),
                _ => self.slice(&own.value).to_owned(),
            };
            let head = self.text.get(own.start..own.value.place.start).unwrap_or_default();
            parts.push((own.key.clone(), format!("{head}{text}")));
        }
        let mut last = None;
        for (key, value) in new {
            if let Some(at) = parts.iter().position(|(own, _)| own == key) {
                last = Some(at);
            } else if old.get(key) != Some(value) {
                is_changed = true;
                let at = last.map_or(0, |last| last + 1);
                parts.insert(at, (key.clone(), member(key, value, &inner)));
                last = Some(at);
            }
        }
        let texts: Vec<String> = parts.into_iter().map(|(_, text)| text).collect();
        let places: Vec<(usize, usize)> = kept.members().iter().map(|own| (own.start, own.value.place.end)).collect();
        self.joined(kept, texts, &places, is_changed, (&inner, line))
    }

    fn list(&self, kept: &Json, items: &[Json], (old, new): (&[Value], &[Value]), line: &str) -> String {
        let inner = self.line_within(kept, line);
        let own = names(items.iter().map(Named::Kept));
        let old_names = names(old.iter().map(Named::Made));
        let new_names = names(new.iter().map(Named::Made));
        let merged = |at: usize| -> Option<String> {
            let name = new_names.get(at)?;
            let found = own.iter().position(|own| own == name).and_then(|own| items.get(own));
            let before = old_names.iter().position(|old| old == name).and_then(|at| old.get(at));
            Some(match (found, before, new.get(at)?) {
                (Some(kept), Some(before), after) => self.value(kept, before, after, &inner),
                (_, _, after) => written(after, &inner),
            })
        };
        let sequence = sequence(&own, &old_names, &new_names);
        let is_changed = sequence.iter().map(|place| place.name(&own, &new_names)).ne(own.iter().map(Some));
        let texts = sequence.iter().filter_map(|place| match place {
            Place::Made(at) => merged(*at),
            Place::Kept(at) => items.get(*at).map(|item| self.slice(item).to_owned()),
        });
        let places: Vec<(usize, usize)> = items.iter().map(|item| (item.place.start, item.place.end)).collect();
        self.joined(kept, texts.collect(), &places, is_changed, (&inner, line))
    }

    /// Rows of fields. While the fields and their order stay, rows stay; else rows are made of the runs of fields that stood together.
    fn rows(&self, kept: &Json, before: &Value, after: &Value, line: &str) -> String {
        if before == after {
            return self.slice(kept).to_owned();
        }
        let rows = kept.items();
        let items: Vec<(usize, &Json)> =
            (rows.iter().enumerate()).flat_map(|(row, json)| json.list("fields").iter().map(move |field| (row, field))).collect();
        let (old, new) = (fields_of(before), fields_of(after));
        let own = names(items.iter().map(|(_, field)| Named::Kept(field)));
        let (old_names, new_names) = (names(old.iter().map(|it| Named::Made(it))), names(new.iter().map(|it| Named::Made(it))));
        let row_line = self.line_within(kept, line);
        let list_line = format!("{row_line}  ");
        let field_line = format!("{list_line}  ");
        let mut out: Vec<(Option<usize>, Vec<String>)> = Vec::new();
        for place in sequence(&own, &old_names, &new_names) {
            let name = place.name(&own, &new_names);
            let found = own.iter().position(|own| Some(own) == name).and_then(|at| items.get(at));
            let made = match place {
                Place::Made(at) => new.get(at),
                Place::Kept(_) => None,
            };
            let old = old_names.iter().position(|old| Some(old) == name).and_then(|at| old.get(at));
            let text = match (found, old, made) {
                (Some((_, kept)), Some(before), Some(after)) => self.value(kept, before, after, &field_line),
                (Some((_, kept)), _, None) => self.slice(kept).to_owned(),
                (_, _, Some(after)) => written(after, &field_line),
                (None, _, None) => continue,
            };
            let row = found.map(|(row, _)| *row);
            match out.last_mut() {
                Some((last, fields)) if row.is_some() && *last == row => fields.push(text),
                _ => out.push((row, vec![text])),
            }
        }
        let mut used: Vec<usize> = Vec::new();
        let mut texts = Vec::new();
        for (row, fields) in out {
            let own = row.filter(|row| !used.contains(row)).and_then(|row| rows.get(row));
            used.extend(row);
            texts.push(self.row(own, fields, (&row_line, &list_line, &field_line)));
        }
        let places: Vec<(usize, usize)> = rows.iter().map(|row| (row.place.start, row.place.end)).collect();
        let is_changed = texts.len() != rows.len();
        self.joined(kept, texts, &places, is_changed, (&row_line, line))
    }

    /// A row with these fields: its other members stay.
    fn row(&self, own: Option<&Json>, fields: Vec<String>, (row_line, list_line, field_line): (&str, &str, &str)) -> String {
        let written = |fields: &[String]| {
            let inner: Vec<String> = fields.iter().map(|field| format!("{field_line}{field}")).collect();
            format!("[{}{list_line}]", inner.join(","))
        };
        let Some((row, list)) = own.and_then(|row| Some((row, row.get("fields")?))) else {
            return format!("{{{list_line}\"fields\": {}{row_line}}}", written(&fields));
        };
        let places: Vec<(usize, usize)> = list.items().iter().map(|field| (field.place.start, field.place.end)).collect();
        let is_changed = places.len() != fields.len();
        let inner = self.joined(list, fields, &places, is_changed, (field_line, list_line));
        let head = self.text.get(row.place.start..list.place.start).unwrap_or_default();
        let tail = self.text.get(list.place.end..row.place.end).unwrap_or_default();
        format!("{head}{inner}{tail}")
    }

    /// The parts with what stood between them; where parts came, went or moved, each on a line of its own.
    fn joined(&self, kept: &Json, parts: Vec<String>, places: &[(usize, usize)], is_changed: bool, (inner, line): (&str, &str)) -> String {
        let (open, close) = if matches!(kept.kind, Kind::List(_)) { ("[", "]") } else { ("{", "}") };
        if parts.is_empty() {
            return format!("{open}{close}");
        }
        if is_changed || parts.len() != places.len() {
            let lines: Vec<String> = parts.into_iter().map(|part| format!("{inner}{part}")).collect();
            return format!("{open}{}{line}{close}", lines.join(","));
        }
        let mut out = String::new();
        let mut done = kept.place.start;
        for (part, (start, end)) in parts.iter().zip(places) {
            out.push_str(self.text.get(done..*start).unwrap_or_default());
            out.push_str(part);
            done = *end;
        }
        out.push_str(self.text.get(done..kept.place.end).unwrap_or_default());
        out
    }

    /// How lines begin within a value: as its first part does, else two blanks more than the value's own line.
    fn line_within(&self, kept: &Json, line: &str) -> String {
        let first = match &kept.kind {
            Kind::List(items) => items.first().map(|item| item.place.start),
            Kind::Object(members) => members.first().map(|member| member.start),
            _ => None,
        };
        let before = first.and_then(|first| self.text.get(kept.place.start + 1..first)).unwrap_or_default();
        match before.rfind('\n') {
            Some(at) => before.get(at..).unwrap_or_default().to_owned(),
            None => format!("{line}  "),
        }
    }
}

/// Where a part of the new list comes from.
#[derive(Clone, Copy)]
enum Place {
    /// From what is made now.
    Made(usize),
    /// From the kept list alone: nothing was ever made for it.
    Kept(usize),
}

impl Place {
    fn name<'a>(self, own: &'a [String], new: &'a [String]) -> Option<&'a String> {
        match self {
            Self::Made(at) => new.get(at),
            Self::Kept(at) => own.get(at),
        }
    }
}

/// The new order: that of what is made now, with what only the file has behind what it stood behind. Where nothing came, went or moved, the
/// file's own order stays.
fn sequence(own: &[String], old: &[String], new: &[String]) -> Vec<Place> {
    let made = |name: &String| new.iter().position(|new| new == name);
    if old == new {
        let place = |(at, name): (usize, &String)| made(name).map_or(Place::Kept(at), Place::Made);
        return own.iter().enumerate().map(place).collect();
    }
    let mut found: Vec<Place> = (0..new.len()).map(Place::Made).collect();
    for (at, name) in own.iter().enumerate() {
        if made(name).is_some() || old.contains(name) {
            continue;
        }
        let anchor = own
            .get(..at)
            .and_then(|before| before.iter().rev().find_map(|name| found.iter().position(|place| place.name(own, new) == Some(name))));
        found.insert(anchor.map_or(0, |anchor| anchor + 1), Place::Kept(at));
    }
    found
}

/// Something whose name is asked for: in the kept text, or made.
enum Named<'a> {
    Kept(&'a Json),
    Made(&'a Value),
}

impl Named<'_> {
    fn member(&self, key: &str) -> Option<String> {
        match self {
            Self::Kept(json) => json.get(key).and_then(Json::as_text),
            Self::Made(value) => value.get(key).map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned)),
        }
    }

    fn first(&self, key: &str) -> Option<Self> {
        match self {
            Self::Kept(json) => json.list(key).first().map(Named::Kept),
            Self::Made(value) => value.get(key)?.get(0).map(Named::Made),
        }
    }

    fn name(&self) -> String {
        let plain = match self {
            Self::Kept(json) => json.as_text(),
            Self::Made(value) if value.is_array() || value.is_object() => None,
            Self::Made(value) => Some(value.as_str().map_or_else(|| value.to_string(), str::to_owned)),
        };
        let named = || ["id", "value", "@type"].into_iter().find_map(|key| self.member(key));
        let inner = || ["fieldGroups", "fields"].into_iter().find_map(|key| self.first(key)).and_then(|first| first.member("id"));
        plain.or_else(named).or_else(inner).unwrap_or_default()
    }
}

/// Names of the items of a list, each once: a number stands behind those that others before have too.
fn names<'a>(items: impl Iterator<Item = Named<'a>>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut counts = std::collections::BTreeMap::<String, usize>::new();
    for item in items {
        let name = item.name();
        let count = counts.entry(name.clone()).or_insert(0);
        *count += 1;
        found.push(format!("{name}\u{0}{count}"));
    }
    found
}

fn fields_of(rows: &Value) -> Vec<&Value> {
    let rows = rows.as_array().map_or(&[][..], Vec::as_slice);
    rows.iter().filter_map(|row| row.get("fields")?.as_array()).flatten().collect()
}

/// Whether the kept value is that value already.
fn is_same(kept: &Json, value: &Value) -> bool {
    match (&kept.kind, value) {
        (Kind::Null, Value::Null) => true,
        (Kind::Truth(kept), Value::Bool(value)) => kept == value,
        (Kind::Number(kept), Value::Number(value)) => *kept == value.to_string(),
        (Kind::Text(kept), Value::String(value)) => kept == value,
        (Kind::List(kept), Value::Array(values)) => {
            kept.len() == values.len() && kept.iter().zip(values).all(|(kept, value)| is_same(kept, value))
        }
        (Kind::Object(members), Value::Object(values)) => {
            members.len() == values.len()
                && members.iter().all(|member| values.get(&member.key).is_some_and(|value| is_same(&member.value, value)))
        }
        _ => false,
    }
}
