//! Libraries of which nothing is as it should be: every value written to everything, decided by and looped over, steps without anything in
//! them, workflows of every kind, blocks deep in each other, elements and attributes that nobody knows, references to nothing.

use super::mutants::{change, difference, lacks, read, survives};
use super::mutation::Dice;
use super::{all_end, exported};
use dienstweg::edit::Editor;

const DATA: &str = include_str!("../../data/civento/nasty/data.txt");
const STEPS: &str = include_str!("../../data/civento/nasty/steps.txt");
const WORKFLOWS: &str = include_str!("../../data/civento/nasty/workflows.txt");

const VALUES: [&str; 30] = [
    "5 / 2",
    "1.5",
    "V.Z.o.t",
    "V.Z.o.l",
    "V.Z.o.l[0]",
    "V.Z.o",
    "\"x\" + 3",
    "V.gibt.es.nicht",
    "VE.A.b",
    "todayDate() + 3",
    "Listenelement(V.Z.o.l, 3)",
    "Listenelement(V.Z.o.l, 3).a",
    "null",
    "",
    "Anzahl(V.Z.o.l)",
    "castToString(V.Z.o.n)",
    "(((",
    "a b c",
    "dateAdd(todayDate(), \"d\", 3)",
    "V.Z.o.l[0].innen[0].b",
    "-V.Z.o.n",
    "not(V.Z.o.j)",
    "V.Z.o.n / 0",
    "fn(fn(fn(1)))",
    "\"a;b|c\"",
    "V.HV.Z.x.y",
    "V.AS.person.Vorname",
    "ListenelementSetzen(V.Z.o.l, 0, V.Z.o.l[0])",
    "neu(V.Z.o.l)",
    "V.Z.o.t = 3; V.Z.o.n = \"a\"",
];

const TARGETS: [&str; 22] = [
    "V.Z.o.t",
    "V.Z.o.n",
    "V.Z.o.w",
    "V.Z.o.w2",
    "V.Z.o.j",
    "V.Z.o.l",
    "V.Z.o.l[0]",
    "V.Z.o.l[0].a",
    "V.Z.o",
    "V.Z.zweites",
    "V.Z.neu.x",
    "V.Z",
    "V",
    "",
    "VE.A.b",
    "x.y.z",
    "V.Z.o.ohne",
    "V.Z.o.leer",
    "V.Z.o.mit leer und-Umlaut-ä",
    "V.Z.o.l[99].innen[7].b",
    "V.HV.Z.a.b",
    "1x",
];

const VARIABLES: [(&str, &str); 9] = [
    ("a", "STRING"),
    ("b", "INTEGER"),
    ("c", "BOOLEAN"),
    ("d", "DATE"),
    ("e", "OBJECT"),
    ("f", "LIST"),
    ("g", "NEU"),
    ("a", "INTEGER"),
    ("", "STRING"),
];

fn library(steps: &str, more: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<ns2:Bibliothek Schluessel=\"Z\" Rubrik=\"Vorgangsdefinition\" \
         Version=\"2.5\" xmlns:ns2=\"\" neu=\"1\"><!-- c --><Vorgang neu=\"2\"><Name Standard=\"Z\"/><Klasse/>{DATA}<Erfassungsworkflow Id=\"1\">\
         <Startelement Id=\"2\"><Active>true</Active>{steps}</Startelement></Erfassungsworkflow>{WORKFLOWS}</Vorgang>{more}</ns2:Bibliothek>\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn set(target: &str, value: &str) -> String {
    let value = escaped(value);
    format!(
        "<DatenvariableSetzen><Active>true</Active><Ausdruck><Ausdruck>{value}</Ausdruck></Ausdruck><Datenverweis>{target}</Datenverweis></DatenvariableSetzen>"
    )
}

fn way(condition: &str) -> String {
    format!(
        "<Entscheidungszweig><Active>true</Active><Ausdruck><Ausdruck>{}</Ausdruck></Ausdruck></Entscheidungszweig>",
        escaped(condition)
    )
}

/// Comes in, plays, goes out as it came; after a change nothing else is lost.
#[track_caller]
fn holds(what: &str, text: &str) {
    let document = survives(text, what);
    for seed in [text.len() as u64, text.len() as u64 + 1] {
        let mut dice = Dice::of(seed);
        let Some((changed, command)) = change(&document, &mut dice) else { continue };
        let mut editor = Editor::new(document.clone());
        let Ok(_) = editor.apply(command) else { continue };
        let after = exported(editor.document());
        let again = read(&after).unwrap_or_else(|fault| panic!("{what}, {changed}: {fault:?}"));
        assert_eq!(difference(&after, &exported(&again)), (after.len(), 0, 0), "{what}, {changed}");
        all_end(&again);
        let (less, more) = (lacks(text, &after), lacks(&after, text));
        assert!(more < 12 && (less < 12 || changed.starts_with("takes")), "{what}, {changed}: {less} less, {more} more");
    }
}

#[test]
fn every_value_is_written_to_everything() {
    for target in TARGETS {
        let steps: String = VALUES.iter().map(|value| set(target, value)).collect();
        holds(target, &library(&steps, ""));
    }
    let variable = |(name, kind): &(&str, &str), value: &str| {
        let value = escaped(value);
        format!(
            "<WorkflowvariableSetzen><Active>true</Active><Wert>{value}</Wert><Workflowvariable Datentyp=\"{kind}\" Variablenname=\"{name}\"/>\
             </WorkflowvariableSetzen>"
        )
    };
    let steps: String = VARIABLES.iter().flat_map(|to| VALUES.iter().map(move |value| variable(to, value))).collect();
    holds("variables", &library(&steps, ""));
    let command = |value: &&str| {
        format!("<BefehlAusfuehren><Active>true</Active><Befehl><Ausdruck>{}</Ausdruck></Befehl></BefehlAusfuehren>", escaped(value))
    };
    holds("commands", &library(&VALUES.iter().map(command).collect::<String>(), ""));
}

#[test]
fn every_value_decides_and_repeats() {
    for (number, value) in VALUES.iter().enumerate() {
        let signs = ["=", ">=", "<", "<>", "+", "AND", "OR", "<="];
        let compared = |other: &&str| {
            let ways: String = signs.iter().map(|sign| way(&format!("{value} {sign} {other}"))).collect();
            format!(
                "<Entscheidungselement><Active>true</Active>{ways}{}{}</Entscheidungselement>",
                way(value),
                way(&format!("not({value})"))
            )
        };
        let decisions: String = VALUES.iter().skip(number % 5).step_by(5).map(compared).collect();
        let counter = ["V.Z.o.t", "q", "p", ""][number % 4];
        let loops = format!(
            "<Schleife><Active>true</Active><Ausdruck>{}</Ausdruck><NameDerZaehlervariable>{counter}</NameDerZaehlervariable></Schleife>",
            escaped(value)
        );
        holds(value, &library(&(decisions + &loops), ""));
    }
}

#[test]
fn steps_without_anything_and_a_second_procedure_stay() {
    holds("steps", &library(STEPS, ""));
    let second = "<Vorgang><Name Standard=\"Zweiter\"/><Erfassungsworkflow Id=\"501\"><Startelement Id=\"502\"><MeldungAnzeigen Id=\"503\"/>\
                  </Startelement></Erfassungsworkflow></Vorgang><Metadatendefinition/>";
    holds("two procedures", &library("", second));
}

#[test]
fn blocks_deep_in_each_other_stay() {
    let mut steps = STEPS.to_owned();
    for number in 0..40 {
        steps = match number % 4 {
            0 => format!(
                "<Entscheidungselement><Active>true</Active><Entscheidungszweig><Active>true</Active><Ausdruck><Ausdruck>true</Ausdruck></Ausdruck>{steps}</Entscheidungszweig>{}</Entscheidungselement>",
                way("")
            ),
            1 => format!("<SequenzielleListe><Comment/><Active>true</Active>{steps}<Expanded>false</Expanded></SequenzielleListe>"),
            2 => format!(
                "<Schleife><Active>true</Active><Ausdruck><Ausdruck>n{number} &lt; 1</Ausdruck></Ausdruck>{steps}<NameDerZaehlervariable>n{number}</NameDerZaehlervariable></Schleife>"
            ),
            _ => format!(
                "<Entscheidungselement><Active>{}</Active><Entscheidungszweig><Active>true</Active><Ausdruck/>{steps}</Entscheidungszweig></Entscheidungselement>",
                number < 30
            ),
        };
    }
    holds("deep", &library(&steps, ""));
}
