//! The facts of a library: elements in their order, attributes, texts. Blanks between elements are none.

use crate::exchange::xml::{Element, read_tolerant};

/// All facts, each with the path of its element, in the order of the file.
pub(super) fn facts(text: &str) -> Vec<String> {
    let root = read_tolerant(text).unwrap();
    let mut found = Vec::new();
    let mut open = vec![(String::new(), &root)];
    while let Some((around, element)) = open.pop() {
        let path = format!("{around}/{}", element.name.local);
        found.push(path.clone());
        let mut attributes: Vec<String> =
            element.attributes.iter().map(|it| format!("{path} @{}={}", it.name.qualified(), it.value)).collect();
        attributes.sort();
        found.extend(attributes);
        let said = own_text(element);
        if !said.is_empty() {
            found.push(format!("{path} = {said}"));
        }
        let inner: Vec<(String, &Element<'_>)> =
            element.elements().enumerate().map(|(at, inner)| (format!("{path}[{at}]"), inner)).collect();
        open.extend(inner.into_iter().rev());
    }
    found
}

/// The text of an element that holds no others.
fn own_text(element: &Element<'_>) -> String {
    if element.elements().next().is_some() { element.text().trim().to_owned() } else { element.text().into_owned() }
}

/// What one text has and the other has not.
pub(super) fn lost(before: &str, after: &str) -> Vec<String> {
    let (before, after) = (facts(before), facts(after));
    before.into_iter().filter(|fact| !after.contains(fact)).collect()
}

#[test]
fn a_planted_loss_of_each_kind_is_found() {
    let whole = "<a x='1'><b y='2'>t</b><c/><b>u</b></a>";
    assert_eq!(lost(whole, "<a x='1'>\n <b y='2'>t</b> <c></c><b>u</b>\n</a>"), Vec::<String>::new());
    for (kind, less) in [
        ("element", "<a x='1'><b y='2'>t</b><b>u</b></a>"),
        ("attribute", "<a x='1'><b>t</b><c/><b>u</b></a>"),
        ("value", "<a x='1'><b y='3'>t</b><c/><b>u</b></a>"),
        ("text", "<a x='1'><b y='2'/><c/><b>u</b></a>"),
        ("order", "<a x='1'><c/><b y='2'>t</b><b>u</b></a>"),
        ("order of texts", "<a x='1'><b y='2'>u</b><c/><b>t</b></a>"),
        ("nesting", "<a x='1'><b y='2'>t</b><c><b>u</b></c></a>"),
    ] {
        assert!(!lost(whole, less).is_empty(), "{kind}");
    }
}
