//! What stands in a cell, and what a screen reader says of a row.

use super::columns::Column;
use crate::edit::laws_text;
use crate::i18n::Texts;
use crate::model::{Document, FlowNode, SequenceFlow, Subject};
use crate::view::inspector::duration;
use crate::view::reading::Order;

/// The words of a table.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub document: &'a Document,
    pub texts: &'a Texts,
    pub order: &'a Order,
}

impl Words<'_> {
    /// The text in a cell; empty if there is nothing to say.
    pub fn cell(&self, node: &FlowNode, column: Column) -> String {
        if !column.applies(&node.kind) {
            return String::new();
        }
        match column {
            Column::Kind => self.order.number(node.id).map(|number| number.to_string()).unwrap_or_default(),
            Column::Name => node.name.clone(),
            Column::Who => self.document.role_of(node.id).map(|role| role.name.clone()).unwrap_or_default(),
            Column::Form => {
                let form = node.details.form.and_then(|form| self.document.forms.get(form));
                form.map(|form| if form.name.trim().is_empty() { self.texts.get("table-nameless").to_owned() } else { form.name.clone() })
                    .unwrap_or_default()
            }
            Column::Due => node.details.due.as_ref().map(|due| duration::text(self.texts, due)).unwrap_or_default(),
            Column::Law => laws_text(&node.details.legal_bases),
            Column::Next => self.ways(node).map(|way| self.way(way)).collect::<Vec<_>>().join("; "),
            Column::Notes => node.details.note.clone(),
        }
    }

    /// The name of a step, or what kind of step it is.
    pub fn title<'b>(&'b self, node: &'b FlowNode) -> &'b str {
        if node.name.trim().is_empty() { self.texts.node_kind(&node.kind) } else { node.name.trim() }
    }

    /// Connections that leave a step.
    pub fn ways(&self, node: &FlowNode) -> impl Iterator<Item = &SequenceFlow> {
        self.order.flows.outgoing(node.id).iter().filter_map(|flow| self.document.flows.get(*flow))
    }

    /// Number and name of a step, as other rows speak of it.
    pub fn target(&self, node: &FlowNode) -> String {
        match self.order.number(node.id) {
            Some(number) => format!("{number} {}", self.title(node)),
            None => self.title(node).to_owned(),
        }
    }

    /// Where several ways lead, by number only; the whole stands in the cell's tooltip.
    pub fn next_in_short(&self, node: &FlowNode) -> String {
        if self.order.flows.outgoing(node.id).len() < 2 {
            return self.cell(node, Column::Next);
        }
        let way = |way: &SequenceFlow| {
            let number = self.order.number(way.to).map(|number| number.to_string()).unwrap_or_default();
            let answer = self.answer(way);
            if answer.is_empty() { number } else { format!("{answer} → {number}") }
        };
        self.ways(node).map(way).collect::<Vec<_>>().join(", ")
    }

    fn way(&self, way: &SequenceFlow) -> String {
        let target = self.document.nodes.get(way.to).map(|node| self.target(node)).unwrap_or_default();
        let answer = self.answer(way);
        if answer.is_empty() { target } else { format!("{answer} → {target}") }
    }

    /// The label of a way; what it is for if it has none and takes what is left.
    pub fn answer<'b>(&'b self, way: &'b SequenceFlow) -> &'b str {
        match way.name.trim() {
            "" if way.is_default => self.texts.get("table-otherwise"),
            name => name,
        }
    }

    /// What the screen reader says of a row.
    pub fn spoken(&self, node: &FlowNode, troubles: usize) -> String {
        let mut parts = vec![self.texts.with(
            "table-row",
            &[("number", self.order.number(node.id).unwrap_or_default().into()), ("step", self.texts.node_title(node).as_str().into())],
        )];
        for column in [Column::Who, Column::Form, Column::Due, Column::Law, Column::Next] {
            let text = self.cell(node, column);
            if !text.is_empty() {
                parts.push(
                    self.texts.with("table-part", &[("column", self.texts.get(column.title()).into()), ("text", text.as_str().into())]),
                );
            }
        }
        if troubles > 0 {
            parts.push(self.texts.with("table-troubles", &[("count", troubles.into())]));
        }
        parts.join(", ")
    }

    /// What the screen reader says of a cell.
    pub fn spoken_cell(&self, node: &FlowNode, column: Column) -> String {
        let text = self.cell(node, column);
        let text = match column {
            Column::Kind => self.texts.kind_of(self.document, Subject::Node(node.id)).to_owned(),
            _ if text.is_empty() => self.texts.get("table-empty").to_owned(),
            _ => text,
        };
        self.texts.with("table-part", &[("column", self.texts.get(column.title()).into()), ("text", text.as_str().into())])
    }
}
