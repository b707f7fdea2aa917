//! What an XML file says, as a set of sentences, whatever its blanks, prefixes, quotation marks and the order where order says nothing; and what
//! one file says that another does not.

use dienstweg::exchange::xml::{self, Node};
use std::collections::{BTreeMap, BTreeSet};

/// Elements whose order among those of their name says something.
const ORDERED: [&str; 3] = ["waypoint", "lane", "participant"];

/// All that a file says.
pub fn facts(text: &str) -> BTreeSet<String> {
    let root = xml::read(text).unwrap();
    let mut found = BTreeSet::new();
    let mut open = vec![(String::new(), &root, 0)];
    while let Some((around, element, number)) = open.pop() {
        let called = format!("{{{}}}{}", element.name.namespace, element.name.local);
        let own = match element.attribute("id") {
            Some(id) => format!("#{id}"),
            None => format!("{around}/{}[{number}]", element.name.local),
        };
        found.insert(format!("{own} is {called}"));
        found.insert(format!("{own} in {around}"));
        for it in element.attributes.iter().filter(|it| it.name.prefix != "xmlns" && it.name.local != "xmlns") {
            found.insert(format!("{own} @{{{}}}{} = {}", it.name.namespace, it.name.local, value(&it.value)));
        }
        let text: String =
            element.content.iter().filter_map(|it| if let Node::Text(text) = it { Some(text.trim()) } else { None }).collect();
        if !text.is_empty() {
            found.insert(format!("{own} says {}", value(&text)));
        }
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let mut last: BTreeMap<&str, String> = BTreeMap::new();
        for inner in element.elements() {
            let local = inner.name.local;
            let number = counts.entry(local).or_default();
            if ORDERED.contains(&local) {
                let own = inner.attribute("id").map_or_else(|| format!("{number}"), str::to_owned);
                let behind = last.insert(local, own.clone()).unwrap_or_default();
                found.insert(format!("{local} {own} behind {behind}"));
            }
            open.push((own.clone(), inner, *number));
            *number += 1;
        }
    }
    found
}

/// Numbers mean the same however they are written.
fn value(text: &str) -> String {
    text.parse::<f64>().map_or_else(|_| text.to_owned(), |number| number.to_string())
}

/// What the first says and the second does not, then what only the second says.
pub fn differences(before: &str, after: &str) -> (Vec<String>, Vec<String>) {
    let (before, after) = (facts(before), facts(after));
    (before.difference(&after).cloned().collect(), after.difference(&before).cloned().collect())
}

#[track_caller]
fn loses(before: &str, after: &str, lost: &[&str]) {
    let (found, _) = differences(before, after);
    assert_eq!(found, lost);
}

const FILE: &str = "<d xmlns='u' xmlns:e='v'><t id='a' name='A' ref='b'><e:x k='1'/><doc>Text</doc><in>f</in><in>g</in></t><lane id='l'/><lane id='m'/>\
                    <s b='a'><Bounds x='1.0' y='2'/><waypoint x='1'/><waypoint x='2'/></s></d>";

#[test]
fn blanks_prefixes_marks_and_ways_to_write_numbers_say_nothing() {
    let same = "<p:d xmlns:p=\"u\" xmlns:q=\"v\">\n <p:t ref=\"b\" name=\"A\" id=\"a\"> <q:x k=\"1\"></q:x><p:doc>Text</p:doc><p:in>f</p:in><p:in>g</p:in></p:t>\
                <p:lane id='l'/><p:lane id='m'/><p:s b='a'><p:Bounds x='1' y='2.00'/><p:waypoint x='1'/><p:waypoint x='2'/></p:s></p:d>";
    assert_eq!(differences(FILE, same), (Vec::new(), Vec::new()));
}

#[test]
fn a_planted_loss_of_each_kind_is_found() {
    loses(FILE, &FILE.replace("name='A' ", ""), &["#a @{}name = A"]);
    loses(FILE, &FILE.replace("ref='b'", "ref='c'"), &["#a @{}ref = b"]);
    loses(FILE, &FILE.replace(">Text<", "><"), &["#a/doc[0] says Text"]);
    loses(FILE, &FILE.replace("<e:x k='1'/>", "<e:x/>"), &["#a/x[0] @{}k = 1"]);
    loses(FILE, &FILE.replace("<e:x", "<x"), &["#a/x[0] is {v}x"]);
    loses(FILE, &FILE.replace("x='1.0'", "x='1.5'"), &["/d[0]/s[0]/Bounds[0] @{}x = 1"]);
    loses(FILE, &FILE.replace("<in>g</in>", ""), &["#a/in[1] in #a", "#a/in[1] is {u}in", "#a/in[1] says g"]);
    let end = [
        "/d[0]/s[0]/waypoint[1] @{}x = 2",
        "/d[0]/s[0]/waypoint[1] in /d[0]/s[0]",
        "/d[0]/s[0]/waypoint[1] is {u}waypoint",
        "waypoint 1 behind 0",
    ];
    loses(FILE, &FILE.replace("<waypoint x='2'/>", ""), &end);
    loses(
        FILE,
        &FILE.replace("<waypoint x='1'/><waypoint x='2'/>", "<waypoint x='2'/><waypoint x='1'/>"),
        &["/d[0]/s[0]/waypoint[0] @{}x = 1", "/d[0]/s[0]/waypoint[1] @{}x = 2"],
    );
    loses(FILE, &FILE.replace("<lane id='l'/><lane id='m'/>", "<lane id='m'/><lane id='l'/>"), &["lane l behind ", "lane m behind l"]);
    loses(
        FILE,
        &FILE.replace("<lane id='l'/>", ""),
        &["#l @{}id = l", "#l in /d[0]", "#l is {u}lane", "lane l behind ", "lane m behind l"],
    );
    let moved = FILE.replace("<lane id='m'/>", "").replace("<lane id='l'/>", "<lane id='l'><lane id='m'/></lane>");
    loses(FILE, &moved, &["#m in /d[0]", "lane m behind l"]);
}
