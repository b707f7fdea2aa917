//! What the standard says of its elements: names, references, values.

use super::super::xml::Element;

/// Namespace of the standard's model.
pub(super) const BPMN: &str = "http://www.omg.org/spec/BPMN/20100524/MODEL";
/// Namespace of the standard's picture.
pub(super) const BPMNDI: &str = "http://www.omg.org/spec/BPMN/20100524/DI";
/// Namespace of rectangles.
pub(super) const DC: &str = "http://www.omg.org/spec/DD/20100524/DC";
/// Namespace of lines.
pub(super) const DI: &str = "http://www.omg.org/spec/DD/20100524/DI";
/// Namespace of XML Schema in files.
pub(super) const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
/// Namespace of the studio's own extension elements.
pub(super) const OWN: &str = "urn:dienstweg:bpmn:1";
/// How expressions say that they are FEEL.
pub(super) const FEEL: &str = "https://www.omg.org/spec/DMN/20191111/FEEL/";

/// Whether a file with this outermost element is BPMN. Tools write other namespaces, or none; DMN and CMMN begin with the same name.
pub(in crate::exchange) fn is_bpmn(root: &Element<'_>) -> bool {
    let namespace = &*root.name.namespace;
    let is_other = namespace.contains("/DMN/") || namespace.contains("/CMMN/");
    root.name.local == "definitions" && !is_other && (namespace.is_empty() || namespace.to_ascii_uppercase().contains("BPMN"))
}

/// The id, or nothing.
pub(super) fn id<'a>(element: &'a Element<'_>) -> &'a str {
    element.attribute("id").unwrap_or_default().trim()
}

/// The name that people read, on one line.
pub(super) fn name(element: &Element<'_>) -> String {
    one_line(element.attribute("name").unwrap_or_default())
}

/// What an attribute refers to, without the prefix of its namespace.
pub(super) fn reference<'a>(element: &'a Element<'_>, attribute: &str) -> Option<&'a str> {
    element.attribute(attribute).map(local).filter(|id| !id.is_empty())
}

/// An id without the prefix of its namespace.
pub(super) fn local(name: &str) -> &str {
    let name = name.trim();
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Whether an attribute says yes.
pub(super) fn is_true(element: &Element<'_>, attribute: &str) -> bool {
    element.attribute(attribute).is_some_and(|value| matches!(value.trim(), "true" | "1"))
}

/// Whether an attribute says no.
pub(super) fn is_false(element: &Element<'_>, attribute: &str) -> bool {
    element.attribute(attribute).is_some_and(|value| matches!(value.trim(), "false" | "0"))
}

/// The text of the first element of that name, without blanks around it; `None` if there is none or it says nothing.
pub(super) fn text_of(element: &Element<'_>, local: &str) -> Option<String> {
    element.first(local).map(|inner| inner.text().trim().to_owned()).filter(|text| !text.is_empty())
}

/// A number that an attribute gives.
pub(super) fn number(element: &Element<'_>, attribute: &str) -> Option<f64> {
    element.attribute(attribute)?.trim().parse().ok()
}

/// Line breaks and runs of blanks become one blank.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
