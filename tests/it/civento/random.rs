//! Libraries made at random of all steps in all nestings: nothing panics, nothing is lost, every workflow ends.

use super::{all_end, exported, imported};
use dienstweg::model::Table;
use std::fmt::Write as _;

/// Steps by what may hold them, after the table of children of real exports.
const IN_START: [&str; 11] = [
    "AntragstellerdatenAnfordern",
    "DatenvariableSetzen",
    "Entscheidungselement",
    "AufgabeAktivieren",
    "WorkflowvariableSetzen",
    "Schleife",
    "BefehlAusfuehren",
    "AlleWeiterenWorkflowsBeenden",
    "SequenzielleListe",
    "VorgangsstatusSetzen",
    "Unbekannt",
];
const IN_WAY: [&str; 14] = [
    "DatenvariableSetzen",
    "AufgabeAktivieren",
    "VorgangsstatusSetzen",
    "WorkflowvariableSetzen",
    "Schleife",
    "BefehlAusfuehren",
    "StartseiteAnzeigen",
    "DokumentAnzeigen",
    "EreignisAusloesen",
    "AbschlussseiteAnzeigen",
    "Entscheidungselement",
    "VerknuepfungZumHauptvorgangHinzufuegen",
    "SequenzielleListe",
    "MeldungAnzeigen",
];
const IN_LOOP: [&str; 5] = ["WorkflowvariableSetzen", "Entscheidungselement", "BefehlAusfuehren", "MeldungAnzeigen", "Schleife"];
const IN_LIST: [&str; 3] = ["WorkflowvariableSetzen", "Schleife", "DatenvariableSetzen"];

const CONDITIONS: [&str; 16] = [
    "V.Z.a.wahr",
    "V.Z.a.zahl &gt; 3",
    "i &lt; Anzahl(V.Z.a.liste)",
    "isNull(V.Z.a.text)",
    "not(V.Z.a.wahr) AND V.Z.a.text = \"x\"",
    "V.Z.a.tag &lt; todayDate() OR V.HasParent",
    "zaehleVorgaenge(\"V.Z.a.text\", \"Art\") = 0",
    "VE.Stadt.an",
    "v != 0",
    "true",
    "",
    "s = \"\"",
    "das ist (kein Ausdruck",
    "V.AS.Alter &gt;= 18",
    "AnzahlWenn(V.Z.a.liste, V.Z.a.liste.n = 1) &gt; 0",
    "Listenelement(V.Z.a.liste, i).n = v",
];
const VALUES: [&str; 14] = [
    "1",
    "\"a\"",
    "V.Z.a.text + \" \" + s",
    "castToString(V.Z.a.zahl)",
    "todayDate()",
    "dateAdd(todayDate(), 3, \"TAG\")",
    "uuid()",
    "hashWert(s)",
    "Anzahl(V.Z.a.liste)",
    "v + 1",
    "null",
    "Listenelement(V.Z.a.liste, i)",
    "unbekannt(v, \"x\")",
    "1 +",
];
const COMMANDS: [&str; 5] = [
    "ListenelementSetzen(V.Z.a.liste, i, Listenelement(V.Z.a.liste, 0))",
    "ListenelementeEntfernen(V.Z.a.liste, 0)",
    "tue(V.Z.a.text)",
    "Basisdienst(\"ePayment\")",
    "?",
];

const TASKS: [&str; 4] =
    ["ProzessAnhaltenSystemaufgabe", "VorgangLoeschenSystemaufgabe", "EreignisseAusloesenSystemaufgabe", "VorgangErzeugenSystemaufgabe"];

struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

struct Writer {
    dice: Dice,
    next: u32,
    out: String,
}

impl Writer {
    fn id(&mut self) -> String {
        self.next += 1;
        // Some files have no ids, or one twice.
        match self.dice.below(30) {
            0 => String::new(),
            1 => " Id=\"1\"".to_owned(),
            _ => format!(" Id=\"{}\"", self.next),
        }
    }

    fn steps(&mut self, of: &[&str], depth: usize) {
        for _ in 0..self.dice.below(5) {
            let name = self.dice.pick(of);
            self.step(name, depth);
        }
    }

    fn step(&mut self, name: &str, depth: usize) {
        if depth > 7 {
            return;
        }
        let id = self.id();
        write!(self.out, "<{name}{id}>").unwrap();
        if self.dice.below(3) == 0 {
            self.out.push_str(self.dice.pick(&["<Comment>Kurz</Comment>", "<Comment>Eins\nZwei</Comment>", "<Comment/>"]));
        }
        self.out.push_str(self.dice.pick(&["<Active>true</Active>", "<Active>true</Active>", "<Active>false</Active>", ""]));
        self.inside(name, depth);
        if matches!(name, "Entscheidungselement" | "Schleife" | "SequenzielleListe") {
            self.out.push_str("<Expanded>false</Expanded>");
        }
        write!(self.out, "</{name}>").unwrap();
    }

    fn expression(&mut self, name: &str, of: &[&str]) {
        let text = self.dice.pick(of);
        match self.dice.below(3) {
            0 => write!(self.out, "<{name}>{text}</{name}>").unwrap(),
            _ if text.is_empty() => write!(self.out, "<{name}/>").unwrap(),
            _ => write!(self.out, "<{name}><Ausdruck>{text}</Ausdruck></{name}>").unwrap(),
        }
    }

    fn inside(&mut self, name: &str, depth: usize) {
        match name {
            "Entscheidungselement" => {
                for _ in 0..=self.dice.below(3) {
                    let id = self.id();
                    write!(self.out, "<Entscheidungszweig{id}>").unwrap();
                    self.out.push_str(self.dice.pick(&["<Active>true</Active>", "<Active>true</Active>", "<Active>false</Active>"]));
                    self.expression("Ausdruck", &CONDITIONS);
                    self.steps(&IN_WAY, depth + 1);
                    self.out.push_str("<Expanded>true</Expanded></Entscheidungszweig>");
                }
            }
            "Schleife" => {
                // A loop that never ends by itself has a bound of its own; loops of them in each other take long.
                let of = if depth < 1 { &CONDITIONS[..] } else { &CONDITIONS[..3] };
                self.expression("Ausdruck", of);
                self.steps(&IN_LOOP, depth + 2);
                self.out.push_str(self.dice.pick(&["<NameDerZaehlervariable>i</NameDerZaehlervariable>", "<NameDerZaehlervariable/>", ""]));
            }
            "SequenzielleListe" => self.steps(&IN_LIST, depth + 1),
            "DatenvariableSetzen" => {
                self.expression("Ausdruck", &VALUES);
                let target = self.dice.pick(&["V.Z.a.text", "V.Z.a.zahl", "V.Z.neu.feld", "V.AS.Name", ""]);
                write!(self.out, "<Datenverweis>{target}</Datenverweis>").unwrap();
            }
            "WorkflowvariableSetzen" => {
                let value = self.dice.pick(&VALUES);
                let (kind, name) = [("INTEGER", "v"), ("STRING", "s"), ("OBJECT", "o"), ("DATE", "d"), ("STRING", "v")][self.dice.below(5)];
                if self.dice.below(8) > 0 {
                    write!(self.out, "<Wert>{value}</Wert>").unwrap();
                }
                write!(self.out, "<Workflowvariable Datentyp=\"{kind}\" Variablenname=\"{name}\"/>").unwrap();
            }
            "BefehlAusfuehren" => self.expression("Befehl", &COMMANDS),
            "AufgabeAktivieren" => self.task(),
            "VorgangsstatusSetzen" => self.out.push_str("<Status>EG, Eingegangen</Status>"),
            "EreignisAusloesen" => self.out.push_str("<NameDesEreignisses>Los</NameDesEreignisses>"),
            "StartseiteAnzeigen" | "MeldungAnzeigen" | "AbschlussseiteAnzeigen" | "DokumentAnzeigen" => {
                self.out.push_str("<Titel Standard=\"Titel\"/>");
                self.out.push_str(self.dice.pick(&["<Meldung Standard=\"Text $$s$$\"/>", "<Meldung Standard=\"\"/>", ""]));
                self.out.push_str(self.dice.pick(&["<Fehlermeldung>true</Fehlermeldung>", "<NeuesElement a=\"b\">c</NeuesElement>", ""]));
            }
            _ => {}
        }
    }

    fn task(&mut self) {
        let task = self.dice.pick(&TASKS);
        let (due, role) = (self.dice.pick(&["", "14", "morgen"]), self.dice.pick(&["", "Bauamt"]));
        let condition = self.dice.pick(&["", "true", "V.Z.a.wahr", "V.Z.a.zahl &lt; 3"]);
        write!(self.out, "<{task}><Name Standard=\"Aufgabe\"/><Standardfaelligkeit>{due}</Standardfaelligkeit>").unwrap();
        write!(self.out, "<Zustaendigkeit>{role}</Zustaendigkeit><Ausfuehrungsbedingung>{condition}</Ausfuehrungsbedingung>").unwrap();
        write!(self.out, "<FachdatenLoeschen>true</FachdatenLoeschen></{task}>").unwrap();
    }

    fn workflow(&mut self, open: &str, name: &str) {
        let (outer, inner, start) = (self.id(), self.id(), self.id());
        write!(self.out, "<{open}{outer}>").unwrap();
        if name == "AdHocWorkflow" {
            self.out.push_str(self.dice.pick(&["<Aufrufparameter>s</Aufrufparameter>", ""]));
            self.out.push_str(self.dice.pick(&["<Ausfuehrungsbedingung>V.Z.a.wahr</Ausfuehrungsbedingung>", "<Ausfuehrungsbedingung/>"]));
            self.out.push_str(self.dice.pick(&["<Typ>Ereignis</Typ>", "<Typ>Sachbearbeitung</Typ>"]));
        }
        let is_wrapped = matches!(name, "AdHocWorkflow" | "Vorgangsworkflow");
        if is_wrapped {
            write!(self.out, "<Workflowdefinition{inner}>").unwrap();
        }
        write!(self.out, "<Startelement{start}>").unwrap();
        self.out.push_str(self.dice.pick(&["<Active>true</Active>", "<Active>true</Active>", "<Active>false</Active>"]));
        self.steps(&IN_START, 0);
        self.out.push_str("<Expanded>true</Expanded></Startelement>");
        self.out.push_str(if is_wrapped { "</Workflowdefinition>" } else { "" });
        write!(self.out, "</{name}>").unwrap();
    }
}

fn library(seed: u64) -> String {
    let mut writer = Writer { dice: Dice(seed), next: 1, out: String::new() };
    writer.out.push_str("<ns2:Bibliothek Schluessel=\"z\" Rubrik=\"Vorgangsdefinition\" Version=\"2.5\" xmlns:ns2=\"\"><Vorgang><Name Standard=\"Zufall\"/>");
    writer.workflow("Erfassungsworkflow", "Erfassungsworkflow");
    writer.workflow("Vorgangsworkflow AutomatischStartenBei=\"EG, Eingegangen\"", "Vorgangsworkflow");
    for number in 0..writer.dice.below(4) {
        writer.workflow(&format!("AdHocWorkflow Name=\"Ablauf {number}\""), "AdHocWorkflow");
    }
    writer.workflow("AbschlussWorkflow", "AbschlussWorkflow");
    writer.out.push_str("</Vorgang></ns2:Bibliothek>");
    writer.out
}

#[test]
fn libraries_made_at_random_come_in_are_played_and_go_out_again() {
    let mut steps = 0;
    for seed in 0..60 {
        let text = library(seed);
        let document = imported(&text);
        steps += document.nodes.len();
        assert_eq!(exported(&document), text, "seed {seed}");
        all_end(&document);
    }
    assert!(steps > 500, "{steps}");
}

#[test]
fn without_the_kept_file_no_step_is_lost() {
    for seed in 0..20 {
        let mut document = imported(&library(seed));
        document.sources.keys().collect::<Vec<_>>().into_iter().for_each(|source| drop(document.sources.remove(source)));
        document.origins = Table::default();
        let written = exported(&document);
        let again = imported(&written);
        all_end(&again);
        assert_eq!(exported(&again), written, "seed {seed}");
    }
}
