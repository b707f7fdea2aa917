//! Texts and references of a building block.

use super::super::super::What;
use super::super::super::xml::{Draft, Element};
use super::super::law;
use super::super::standard::Block;
use super::parts;
use super::writer::{Place, Writer};
use crate::model::{LegalBasis, ObjectTypeId, SourceFormat};

impl<'t> Writer<'t> {
    /// The element of that name in the block has this text; made if it is not there and there is something to say.
    pub fn set(&mut self, block: Block<'t>, name: &str, text: &str) {
        match block.0.first(name) {
            Some(element) if element.text().trim() == text.trim() => return,
            Some(element) => self.edits.set_text(element, text),
            None if text.is_empty() => return,
            None => self.put(block.0, name, &Draft::text(&qualified(block.0, name), text)),
        }
        self.say(block, What::Rewritten);
    }

    /// Puts a new element in where the standard has its place.
    pub fn put(&mut self, parent: &'t Element<'t>, name: &str, draft: &Draft) {
        let before = parts::before(self.format, name);
        let is_before = |element: &&Element<'t>| before.contains(&element.name.local);
        match parent.elements().rfind(is_before) {
            Some(element) => self.edits.insert_after(element, draft),
            None => self.edits.append(parent, draft),
        }
    }

    /// The name for those who fill in is this one: written, or left out where it is that for those who model.
    pub fn label(&mut self, block: Block<'t>, name: &str, label: &str) {
        let written = block.text("bezeichnungEingabe");
        let said = if written.is_empty() { name.trim() } else { &written };
        if said != label.trim() {
            self.set(block, "bezeichnungEingabe", label);
        }
    }

    /// Name, description and laws of a schema or group.
    pub fn object(&mut self, block: Block<'t>, place: &Place<'_, '_>, (old, new): (ObjectTypeId, ObjectTypeId)) {
        let (Some(old), Some(new)) = (place.old.object(old), place.new.object(new)) else { return };
        if old.name != new.name {
            self.set(block, "name", &new.name);
        }
        if old.description != new.description {
            self.description(block, &new.description);
        }
        if old.legal_bases != new.legal_bases {
            let added = added(&old.legal_bases, &new.legal_bases);
            // The schema's own references are those of the process.
            let of_process = if place.old_path.is_empty() { place.old.document.main() } else { None };
            let kept = of_process.into_iter().flat_map(|process| &process.legal_bases);
            let all: Vec<LegalBasis> = new.legal_bases.iter().chain(kept).cloned().collect();
            self.references(block.0, block, &all, &added);
        }
    }

    /// The definition, and behind it the description where that was left as it was.
    pub fn description(&mut self, block: Block<'t>, text: &str) {
        let behind = block.text("beschreibung");
        match text.strip_suffix(behind.as_str()) {
            Some(rest) if !behind.is_empty() => self.set(block, "definition", rest.trim_end()),
            _ => {
                self.set(block, "definition", text);
                self.set(block, "beschreibung", "");
            }
        }
    }

    /// References to law in an element: those that are not among `new` are taken out, those that were `added` put behind the others.
    pub fn references(&mut self, parent: &'t Element<'t>, block: Block<'t>, new: &[LegalBasis], added: &[&LegalBasis]) {
        let last = parent.all("bezug").last().map(|element| element.place.start);
        let is_split = self.format == SourceFormat::Xdatenfelder3;
        for element in parent.all("bezug") {
            let link = element.attribute("link").unwrap_or_default();
            let text = element.text();
            let all: Vec<&str> = law::segments(&text).collect();
            let mut kept: Vec<String> =
                all.iter().filter(|segment| new.contains(&law::basis(segment, link))).map(|segment| (*segment).to_owned()).collect();
            let is_less = kept.len() < all.len();
            if !is_split && Some(element.place.start) == last {
                kept.extend(added.iter().map(|basis| law::written(basis)));
            }
            if is_split && kept.is_empty() && is_less {
                self.edits.remove(element);
            } else if is_less || kept.len() > all.len() {
                self.edits.set_text(element, &kept.join("; "));
            }
        }
        if is_split || last.is_none() {
            for basis in added {
                let draft = Draft::text(&qualified(block.0, "bezug"), &law::written(basis));
                let draft = if is_split && !basis.link.is_empty() { draft.attribute("link", &basis.link) } else { draft };
                match parent.all("bezug").last() {
                    Some(element) => self.edits.insert_after(element, &draft),
                    None => self.put(parent, "bezug", &draft),
                }
            }
        }
        self.say(block, What::Rewritten);
    }
}

/// The places in the law that were not there before.
pub(super) fn added<'l>(old: &[LegalBasis], new: &'l [LegalBasis]) -> Vec<&'l LegalBasis> {
    new.iter().filter(|basis| !old.contains(basis)).collect()
}

/// A name with the prefix that the element has.
pub(super) fn qualified(element: &Element<'_>, local: &str) -> String {
    if element.name.prefix.is_empty() { local.to_owned() } else { format!("{}:{local}", element.name.prefix) }
}
