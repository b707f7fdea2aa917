//! From the text of a schema to a document.

use super::super::code_list::Listing;
use super::super::naming::short_key;
use super::super::{Imported, Note, Unfit, What, xml};
use super::data::Blocks;
use super::form::FormMaker;
use super::lists::Lists;
use super::standard::{Block, schema, version};
use super::{law, oddities};
use crate::model::{self, Document, Form, FormId, Source, SourceFormat, SourceId};

/// A document of a schema's text and the code lists that were given with it.
pub(in crate::exchange) fn import_text(file: &str, text: &str, lists: &[Listing]) -> Result<Imported, Unfit> {
    let root = xml::read(text).map_err(Unfit::Xml)?;
    let format = version(&root)?;
    let block = schema(&root)?;
    oddities::demand(block)?;
    let mut import = Importing::new(block, lists);
    let object = import.object(block);
    let form = FormMaker::new(&mut import).form(block, object);
    import.finish(form, block, format, (file, text))
}

/// An import in the making.
pub(super) struct Importing<'a> {
    pub document: Document,
    pub notes: Vec<Note>,
    pub blocks: Blocks<'a>,
    pub lists: Lists<'a>,
}

impl<'a> Importing<'a> {
    fn new(schema: Block<'a>, lists: &'a [Listing]) -> Self {
        let name = schema.name();
        let mut document = Document::empty(&short_key(&name, "verfahren"), &name);
        if let Some(process) = document.processes.get_mut(document.main_process) {
            process.version = semantic(&schema.version());
            process.description = schema.description();
            process.legal_bases = legal_bases(schema.references());
            process.keywords =
                schema.0.all("stichwort").map(|word| word.text().trim().to_owned()).filter(|word| !word.is_empty()).collect();
        }
        Self { document, notes: Vec::new(), blocks: Blocks::of(schema), lists: Lists::new(lists) }
    }

    pub fn say(&mut self, block: Block<'_>, what: What) {
        self.notes.push(Note::new(&block.id(), &block.name(), what));
    }

    fn finish(mut self, mut form: Form, schema: Block<'_>, format: SourceFormat, (file, text): (&str, &str)) -> Result<Imported, Unfit> {
        if form_depth(&form) > model::DEEPEST {
            return Err(Unfit::TooDeep { line: schema.0.position.line });
        }
        if text.len() <= model::LONGEST_SOURCE {
            let id: SourceId = self.document.new_id();
            let key = short_key(&schema.id(), "quelle");
            let (name, text, given) = (file.to_owned(), text.to_owned(), Default::default());
            self.document.sources.insert(id, Source { id, key, name, format, text, given });
            form.source = Some(id);
        } else {
            self.say(schema, What::FileTooLong);
        }
        self.lists.unused(&mut self.document, &mut self.notes);
        oddities::unknown(schema, &mut self.notes);
        if oddities::has_more(schema) {
            self.say(schema, What::KeptInFile);
        }
        let mut report = self.summary(&form, schema);
        report.append(&mut self.notes);
        self.document.forms.insert(form.id, form);
        Ok(Imported { document: self.document, report })
    }

    /// What was taken, in numbers.
    fn summary(&self, form: &Form, schema: Block<'_>) -> Vec<Note> {
        let (groups, fields) = self.blocks.counts();
        let lists = self.document.code_lists.len();
        let codes = self.document.code_lists.values().map(|list| list.entries.len()).sum();
        let rules = form.rules.iter().filter(|rule| rule.then.is_none()).count();
        let laws = self.document.fields.values().map(|field| field.legal_bases.len()).sum::<usize>()
            + self.document.objects.values().map(|object| object.legal_bases.len()).sum::<usize>();
        let counted = [
            (groups, What::Groups(groups)),
            (fields, What::Fields(fields)),
            (lists, What::Lists { lists, codes }),
            (laws, What::LegalBases(laws)),
            (rules, What::Rules(rules)),
        ];
        counted.into_iter().filter(|(count, _)| *count > 0).map(|(_, what)| Note::new(&schema.id(), &schema.name(), what)).collect()
    }

    /// The identity and name of the form, without pages.
    pub fn empty_form(&mut self, schema: Block<'_>) -> Form {
        let id: FormId = self.document.new_id();
        let mut form = Form::new(id, &short_key(&schema.name(), "formular"), &schema.title(), Vec::new());
        form.description = schema.text("hilfetext");
        form
    }
}

/// All places in the law of these references.
pub(super) fn legal_bases<'a>(references: impl Iterator<Item = &'a xml::Element<'a>>) -> Vec<model::LegalBasis> {
    let mut found = Vec::new();
    for reference in references {
        for basis in law::read(&reference.text(), reference.attribute("link").unwrap_or_default()) {
            if !found.contains(&basis) {
                found.push(basis);
            }
        }
    }
    found
}

/// A version with two numbers gets a third; what is none becomes the first version.
fn semantic(version: &str) -> String {
    let parts: Vec<&str> = version.split('.').collect();
    let is_good =
        (1..=3).contains(&parts.len()) && parts.iter().all(|part| part.parse::<u32>().is_ok_and(|number| number.to_string() == **part));
    if is_good { [parts.as_slice(), &["0", "0"]].concat().into_iter().take(3).collect::<Vec<_>>().join(".") } else { "0.1.0".to_owned() }
}

fn form_depth(form: &Form) -> usize {
    let mut deepest = 0;
    let mut open: Vec<(&model::FormElement, usize)> =
        form.pages.iter().flat_map(|page| &page.elements).map(|element| (element, 1)).collect();
    while let Some((element, depth)) = open.pop() {
        deepest = deepest.max(depth);
        if let model::ElementKind::Group(group) = &element.kind {
            open.extend(group.elements.iter().map(|inner| (inner, depth + 1)));
        }
    }
    deepest
}
