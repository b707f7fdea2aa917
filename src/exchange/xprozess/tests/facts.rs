//! The facts of a message, for comparing two of them: every text and attribute with its place, also in the packed model.

use super::super::archive::unpack;
use crate::exchange::xml::{Element, read};

/// All facts in the order of the file: path, and what stands there. Steps are named by their id in the model, BPMN by ids; all other
/// elements by their number among those of their name, so that order counts.
pub(super) fn facts(text: &str) -> Vec<String> {
    let mut facts = Vec::new();
    gather(&read(text).unwrap(), "", &mut facts);
    facts.sort();
    facts
}

fn gather(element: &Element<'_>, path: &str, facts: &mut Vec<String>) {
    for attribute in element.attributes.iter().filter(|it| it.name.prefix != "xmlns" && it.name.local != "xmlns") {
        facts.push(format!("{path}@{} = {}", attribute.name.local, attribute.value));
    }
    let text = element.text();
    if element.name.local == "inhalt" && path.contains("prozessmodelldatei") {
        for file in unpack(&text).unwrap() {
            let inside = String::from_utf8(file.bytes).unwrap();
            facts.push(format!("{path}/{}", file.name));
            gather(&read(&inside).unwrap(), &format!("{path}/{}", file.name), facts);
        }
        return;
    }
    if !text.trim().is_empty() {
        facts.push(format!("{path} = {}", text.trim()));
    }
    let mut counts = std::collections::BTreeMap::new();
    for inner in element.elements() {
        let count = counts.entry(inner.name.local).or_insert(0);
        *count += 1;
        let step = inner.first("subProzessID").map(|id| id.text().trim().to_owned());
        let key = step.or_else(|| inner.attribute("id").map(str::to_owned)).unwrap_or_else(|| count.to_string());
        let path = format!("{path}/{}[{key}]", inner.name.local);
        facts.push(path.clone());
        gather(inner, &path, facts);
    }
}

/// What the one has and the other has not, both ways.
pub(super) fn differences(before: &str, after: &str) -> Vec<String> {
    let (before, after) = (facts(before), facts(after));
    let lost = before.iter().filter(|fact| !after.contains(fact)).map(|fact| format!("- {fact}"));
    let new = after.iter().filter(|fact| !before.contains(fact)).map(|fact| format!("+ {fact}"));
    lost.chain(new).collect()
}

mod tests {
    use super::super::super::archive::{Packed, pack, unpack};
    use super::super::{PROCESS, bytes};
    use super::differences;

    fn real() -> String {
        String::from_utf8(bytes(PROCESS)).unwrap()
    }

    /// The message with a change in its packed model.
    fn in_model(text: &str, change: impl Fn(String) -> String) -> String {
        let start = text.find("<xprozess:inhalt>").unwrap() + "<xprozess:inhalt>".len();
        let end = start + text[start..].find('<').unwrap();
        let changed: Vec<Packed> = unpack(&text[start..end])
            .unwrap()
            .into_iter()
            .map(|file| Packed { name: file.name, bytes: change(String::from_utf8(file.bytes).unwrap()).into_bytes() })
            .collect();
        format!("{}{}{}", &text[..start], pack(&changed).unwrap(), &text[end..])
    }

    #[test]
    fn the_same_has_no_differences() {
        assert_eq!(differences(&real(), &real()), [""; 0]);
        assert_eq!(differences(&real(), &in_model(&real(), |model| model)), [""; 0]);
    }

    #[test]
    fn a_planted_loss_of_each_kind_is_found() {
        let real = real();
        let cut = |from: &str, to: &str| {
            let start = real.find(from).unwrap();
            let end = start + real[start..].find(to).unwrap() + to.len();
            format!("{}{}", &real[..start], &real[end..])
        };
        let planted = [
            ("element", cut("<xprozess:merkmal>", "</xprozess:merkmal>")),
            ("empty element", real.replace("<xprozess:abgeloesteProzessklasse/>", "")),
            ("attribute", real.replacen(" listVersionID=\"2019-08-05\"", "", 1)),
            ("text", real.replacen("§ 32 MuSchG", "§ 33 MuSchG", 1)),
            ("code", real.replacen("<code>314</code>", "<code>999</code>", 1)),
            ("step", cut("<xprozess:aktivitaetengruppe>", "</xprozess:aktivitaetengruppe>")),
            ("reference", real.replacen("_f8b43c65-cc8a-4064-ab39-b77e8db5cd4b", "_f8b43c65", 1)),
            ("order", real.replacen("§ 29 MuSchG", "@", 1).replacen("§ 27 MuSchG", "§ 29 MuSchG", 1).replacen('@', "§ 27 MuSchG", 1)),
            ("bounds", in_model(&real, |model| model.replacen("<omgdc:Bounds ", "<omgdc:Bounds a=\"1\" ", 1))),
            (
                "waypoint",
                in_model(&real, |model| {
                    let start = model.find("<omgdi:waypoint").unwrap();
                    let end = start + model[start..].find("/>").unwrap() + 2;
                    format!("{}{}", &model[..start], &model[end..])
                }),
            ),
            ("flow", in_model(&real, |model| model.replacen("targetRef=\"_", "targetRef=\"x", 1))),
        ];
        for (what, text) in planted {
            assert_ne!(text, real, "{what}");
            assert_ne!(differences(&real, &text), [""; 0], "{what}");
        }
    }
}
