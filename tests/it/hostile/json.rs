//! Forms and metadata of project folders: depth, size, numbers, keys that stand twice.

use super::{file, huge, refuse, refuse_path, take};

const NO_FORM: &str = "Die Datei ist weder ein Formular des OZG-Hubs noch eine andere Datei, die das Studio liest. Gehört sie zu einem Projektordner, wählen Sie den ganzen Ordner.";

#[test]
fn depth_and_length() {
    let deep = |levels: usize, end: &str| format!("{{\"formId\":\"1:A:v1.0\",\"sections\":{}{end}", "[".repeat(levels));
    refuse("deep.json", deep(10_000, &"]".repeat(10_000)).as_bytes(), NO_FORM);
    refuse("deepest.json", deep(10_000_000, "").as_bytes(), NO_FORM);
    refuse("wide.json", format!("{{\"sections\":[{}[]]}}", "[],".repeat(10_000_000)).as_bytes(), NO_FORM);
    let members = (0..1_000_000).map(|number| format!(",\"a{number}\":1")).collect::<Vec<_>>().concat();
    refuse("members.json", format!("{{\"sections\":[]{members}}}").as_bytes(), NO_FORM);
    refuse("long.json", format!("{{\"sections\":[],\"title\":\"{}\"}}", "x".repeat(60 << 20)).as_bytes(), NO_FORM);
}

#[test]
fn two_hundred_megabytes() {
    let (_folder, path) = huge("huge.json", "{\"sections\":[");
    refuse_path(&path, NO_FORM);
}

#[test]
fn damaged_texts() {
    for text in
        ["{\"sections\":", "{\"sections\":[]}{", "{\"sections\":[1e]}", "{'sections':[]}", "{\"sections\":[\"\\ud800\"]}", "[]", "{}"]
    {
        refuse("damaged.json", text.as_bytes(), NO_FORM);
    }
    refuse("latin.json", b"{\"sections\":[],\"title\":\"\xe4\"}", NO_FORM);
    refuse("utf16.json", b"\xff\xfe{\0}\0", "Zeile 1, Zeichen ");
}

#[test]
fn giant_numbers_and_doubled_keys_are_kept_as_they_are() {
    let nines = "9".repeat(100_000);
    let text = format!("{{\"formId\":\"1:A:v1.0\",\"version\":1e{nines},\"count\":-{nines}.{nines},\"sections\":[],\"sections\":[]}}");
    let (_folder, path) = file("numbers.json", text.as_bytes());
    take(&path, &["Die Angabe „version“ hat hier keinen Platz.", "Die Angabe „count“ hat hier keinen Platz."]);
}
