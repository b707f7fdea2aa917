//! Data, decision tables, letters.

use super::play;
use crate::sim::StuckReason;

fn decided(policy: &str, rules: &[&str]) -> String {
    let rules: Vec<String> = rules.iter().map(|rule| format!("rule t: {rule}\n")).collect();
    let rules = rules.concat();
    format!("table t {policy}: v.n, v.j -> v.g, v.t\n{rules} start s\n user u\n decide d t\n end e\n s > u > d > e")
}

#[test]
fn a_unique_table_writes_the_result_of_its_row() {
    let text = decided("unique", &["< 10 | - -> 5 | \"klein\"", "[10..20] | true -> v.n * 2 | \"groß\""]);
    play(&text, &[("start s", "s u"), ("do u v.n = 3", "v.n=3 d [0] v.g=5 v.t=\"klein\" e .")]);
    play(&text, &[("start s", "s u"), ("do u v.n = 10; v.j = true", "v.n=10 v.j=true d [1] v.g=20 v.t=\"groß\" e .")]);
    // No row matches: nothing comes out.
    play(&text, &[("start s", "s u"), ("do u v.n = 10; v.j = false", "v.n=10 v.j=false d [] e .")]);
}

#[test]
fn hit_policies_say_which_row_counts() {
    let rules = ["> 1 | - -> 1 | \"a\"", "> 2 | - -> 2 | \"a\""];
    let unique = play(&decided("unique", &rules), &[("start s", "s u"), ("do u v.n = 5", "v.n=5 d d?")]);
    assert_eq!(unique.stuck(), StuckReason::SeveralRules(vec![0, 1]));
    play(&decided("first", &rules), &[("start s", "s u"), ("do u v.n = 5", "v.n=5 d [0] v.g=1 v.t=\"a\" e .")]);
    let any = play(&decided("any", &rules), &[("start s", "s u"), ("do u v.n = 5", "v.n=5 d d?")]);
    assert_eq!(any.stuck(), StuckReason::DifferingRules(vec![0, 1]));
    let same = ["> 1 | - -> 1 | \"a\"", "> 2 | - -> 1.0 | \"a\""];
    play(&decided("any", &same), &[("start s", "s u"), ("do u v.n = 5", "v.n=5 d [0, 1] v.g=1 v.t=\"a\" e .")]);
}

#[test]
fn collect_gives_a_list() {
    let text = "table t collect: v.n -> v.liste\n rule t: > 1 -> {name: \"a\", preis: 1}\n rule t: > 2 -> {name: \"b\", preis: 2.345}
        start s\n user u\n decide d t\n script k v.m = count(v.liste)\n end e\n s > u > d > k > e";
    let play = play(text, &[("start s", "s u"), ("do u v.n = 2", "v.n=2 d [0] v.liste=[{name: \"a\", preis: 1}] k v.m=1 e .")]);
    drop(play);
}

#[test]
fn values_take_the_form_of_their_field() {
    let text = "start s\n user a\n user b\n s > a > b";
    play(
        text,
        &[
            ("start s", "s a"),
            (
                "do a v.g = 10 / 3; v.person.vorname = \"Ada\"; v.d = date and time(\"2026-05-01T10:00:00\")",
                "v.g=3.33 v.person.vorname=\"Ada\" v.d=@\"2026-05-01\" b",
            ),
            ("do b v.liste[1].name = \"x\"; v.liste[2].preis = 2; v.c = \"rot\"", "v.liste[1].name=\"x\" v.liste[2].preis=2 v.c=\"rot\" ."),
        ],
    );
}

#[test]
fn what_does_not_fit_stops_a_script() {
    for wrong in [
        "v.m = 1.5",
        "v.n = \"x\"",
        "v.j = 1",
        "v.person = {alter: 3}",
        "v.liste[5].name = \"x\"",
        "v.x = 1",
        "einstellungen.satz = 1",
        "v.c = \"gelb\"",
    ] {
        let play = play(&format!("start s\n script a {wrong}\n s > a"), &[("start s", "s a a?")]);
        assert!(matches!(play.stuck(), StuckReason::Write(_)), "{wrong}: {:?}", play.stuck());
    }
}

#[test]
fn a_code_from_elsewhere_that_is_in_no_list_holds_nobody_up() {
    let text = "start s\n user a\n script b v.c = v.t\n xor x\n user d\n user e\n s > a > b > x\n x > d [v.c = null]\n x > e default";
    play(text, &[("start s", "s a"), ("do a v.t = \"gelb\"; v.c = \"rot\"", "v.t=\"gelb\" v.c=\"rot\" b v.c!gelb v.c=null x d")]);
    play(text, &[("start s", "s a"), ("do a v.t = \"rot\"", "v.t=\"rot\" b v.c=\"rot\" x e")]);
}

#[test]
fn letters_are_written_as_in_germany() {
    let text = "setting satz = 120\n start s\n user a\n end e\n s > a > e
        letter a Am {{v.d}} {{ v.g }}, {{v.c}}, {{v.j}}, {{v.person}}, {{einstellungen.satz}}, {{v.t}}. {{v.x}} {{offen";
    let filled =
        "do a v.d = date(\"2026-11-21\"); v.g = 1234.5; v.c = \"blau\"; v.j = true; v.person = {vorname: \"Ada\", nachname: \"Muster\"}";
    let mut play = play(text, &[("start s", "s a")]);
    let happened = play.step(filled).unwrap();
    let written = play.text(&happened);
    assert!(written.ends_with("[Am 21.11.2026 1.234,50\u{a0}€, Blau, ja, Ada Muster, 120,00\u{a0}€, . {{v.x}} {{offen] e ."), "{written}");
}
