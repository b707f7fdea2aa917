//! A comparer of JSON by facts, itself tested to find what was planted; with it, that a change reaches only what it is about.

use super::super::json::{merge, read};
use serde_json::{Value, json};

/// Every fact of a value: a path and what stands there. Members have no order, items of lists have one.
fn facts(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), value)];
    while let Some((path, value)) = open.pop() {
        match value {
            Value::Object(members) => {
                found.push(format!("{path} {{}}"));
                open.extend(members.iter().map(|(key, value)| (format!("{path}.{key}"), value)));
            }
            Value::Array(items) => {
                found.push(format!("{path} [{}]", items.len()));
                open.extend(items.iter().enumerate().map(|(at, value)| (format!("{path}[{at}]"), value)));
            }
            plain => found.push(format!("{path} = {plain}")),
        }
    }
    found.sort();
    found
}

/// Facts of the first that the second lacks.
pub(super) fn lost(before: &Value, after: &Value) -> Vec<String> {
    let after = facts(after);
    facts(before).into_iter().filter(|fact| !after.contains(fact)).collect()
}

fn sample() -> Value {
    serde_json::from_str(include_str!("../../../../tests/data/ozg-hub/template/forms/CustomerName_ProcessName_SummaryForm-v1.0-de.json"))
        .unwrap()
}

#[test]
fn the_comparer_finds_each_kind_of_loss() {
    let whole = sample();
    assert_eq!(lost(&whole, &sample()), Vec::<String>::new());
    let spoiled = |change: &dyn Fn(&mut Value)| {
        let mut spoiled = sample();
        change(&mut spoiled);
        lost(&whole, &spoiled).len()
    };
    let field = "/sections/0/fieldGroups/0/rows/0/fields/0";
    assert!(spoiled(&|it| drop(it.as_object_mut().unwrap().remove("engineVersion"))) == 1, "a member");
    assert!(spoiled(&|it| drop(it.pointer_mut("/customButtons/buttons").unwrap().as_array_mut().unwrap().remove(0))) > 0, "an item");
    assert!(spoiled(&|it| it.pointer_mut("/customButtons/buttons").unwrap().as_array_mut().unwrap().reverse()) > 0, "an order");
    assert!(spoiled(&|it| *it.pointer_mut(&format!("{field}/label")).unwrap() = json!("Antrag prüfen ")) == 1, "a text");
    assert!(spoiled(&|it| *it.pointer_mut(&format!("{field}/width")).unwrap() = json!("12")) == 1, "a type");
    assert!(spoiled(&|it| *it.pointer_mut("/customButtons/buttons/0/primary").unwrap() = Value::Null) == 1, "a truth");
    assert!(spoiled(&|it| *it.pointer_mut(&format!("{field}/additionalConfig")).unwrap() = json!({})) > 0, "what is in an object");
}

/// What a merge makes of a text, as a value.
fn merged(kept: &str, before: &Value, after: &Value) -> (String, Value) {
    let text = merge(kept, &read(kept).unwrap(), before, after);
    let value = serde_json::from_str(&text).unwrap_or_else(|fault| panic!("{fault}: {text}"));
    (text, value)
}

const KEPT: &str = "{ \"id\" : \"f\",\n  \"fremd\": [1,   2],\n  \"felder\": [\n    { \"id\": \"a\", \"label\": \"A\", \"eigen\": true },\n    {\"id\":\"b\"}\n  ] }\n";

#[test]
fn a_change_leaves_everything_else_to_the_letter() {
    let before = json!({ "id": "f", "felder": [{ "id": "a", "label": "A" }, { "id": "b" }] });
    let mut after = before.clone();
    after["felder"][0]["label"] = json!("Ä \"neu\"");
    let (text, _) = merged(KEPT, &before, &after);
    assert_eq!(text, KEPT.replace("\"A\"", "\"Ä \\\"neu\\\"\""));
    assert_eq!(merged(KEPT, &before, &before).0, KEPT);
}

#[test]
fn items_are_added_removed_and_moved_by_their_names() {
    let before = json!({ "felder": [{ "id": "a", "label": "A" }, { "id": "b" }] });
    let after = json!({ "felder": [{ "id": "b" }, { "id": "c", "label": "C" }, { "id": "a", "label": "A" }] });
    let (_, value) = merged(KEPT, &before, &after);
    let expected = json!({ "id": "f", "fremd": [1, 2], "felder": [{ "id": "b" }, { "id": "c", "label": "C" }, { "id": "a", "label": "A", "eigen": true }] });
    assert_eq!(value, expected);
    let (_, value) = merged(KEPT, &before, &json!({ "felder": [{ "id": "b" }] }));
    assert_eq!(value["felder"], json!([{ "id": "b" }]));
    let (_, value) = merged(KEPT, &before, &json!({ "felder": [] }));
    assert_eq!(value["felder"], json!([]));
}

#[test]
fn members_come_and_go() {
    let before = json!({ "id": "f", "felder": [{ "id": "a", "label": "A" }, { "id": "b" }] });
    let after = json!({ "id": "f", "felder": [{ "id": "a" }, { "id": "b", "required": true }] });
    let (_, value) = merged(KEPT, &before, &after);
    assert_eq!(value["felder"], json!([{ "id": "a", "eigen": true }, { "id": "b", "required": true }]));
}

#[test]
fn fields_stay_in_their_rows() {
    let kept = "{\"rows\": [\n  {\"fields\": [{\"id\": \"a\"}], \"fremd\": 1},\n  {\"fields\": [{\"id\": \"b\", \"eigen\": 1}, {\"id\": \"c\"}]}\n]}";
    let row = |fields: &[&str]| json!({ "fields": fields.iter().map(|id| json!({ "id": id })).collect::<Vec<_>>() });
    // The program would put all three beside each other.
    let before = json!({ "rows": [row(&["a", "b", "c"])] });
    let mut after = before.clone();
    after["rows"][0]["fields"][1]["label"] = json!("B");
    let (_, value) = merged(kept, &before, &after);
    let expected = json!({ "rows": [{ "fields": [{ "id": "a" }], "fremd": 1 }, { "fields": [{ "id": "b", "eigen": 1, "label": "B" }, { "id": "c" }] }] });
    assert_eq!(value, expected);
    let (_, value) = merged(kept, &before, &json!({ "rows": [row(&["a", "b"]), row(&["x"]), row(&["c"])] }));
    let expected = json!({ "rows": [{ "fields": [{ "id": "a" }], "fremd": 1 }, { "fields": [{ "id": "b", "eigen": 1 }] }, { "fields": [{ "id": "x" }] }, { "fields": [{ "id": "c" }] }] });
    assert_eq!(value, expected);
    let (_, value) = merged(kept, &before, &json!({ "rows": [row(&["b", "c"])] }));
    assert_eq!(value["rows"], json!([{ "fields": [{ "id": "b", "eigen": 1 }, { "id": "c" }] }]));
}

#[test]
fn what_only_the_file_has_stays_where_it_stood() {
    let kept = "{\"rows\": [{\"fields\": [{\"id\": \"a\"}]}, {\"fields\": [{\"id\": \"luecke\", \"type\": \"PLACEHOLDER\"}]}, {\"fields\": [{\"id\": \"b\"}]}]}";
    let before = json!({ "rows": [{ "fields": [{ "id": "a" }, { "id": "b" }] }] });
    let after = json!({ "rows": [{ "fields": [{ "id": "a" }, { "id": "n" }, { "id": "b" }] }] });
    let (_, value) = merged(kept, &before, &after);
    let ids: Vec<&str> = (value["rows"].as_array().unwrap().iter())
        .flat_map(|row| row["fields"].as_array().unwrap())
        .map(|field| field["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["a", "luecke", "n", "b"]);
}

#[test]
fn hostile_json_is_refused_at_its_place() {
    assert_eq!(read(&"[".repeat(100_000)).map(|_| ()), Err(128));
    for (text, at) in [("{\"a\": 1,}", 8), ("[1 2]", 3), ("{\"a\" 1}", 5), ("\"a", 0), ("01", 0), ("", 0), ("1 x", 2)] {
        assert_eq!(read(text).map(|_| ()), Err(at), "{text}");
    }
}
