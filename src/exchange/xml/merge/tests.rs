//! What differs changes, and nothing else.

use super::row::in_order;
use super::{Deed, Manners, merge};
use crate::exchange::xml::{Draft, read};

const MANNERS: Manners<'_> = Manners {
    id: "id",
    by_text: &["in"],
    by_name: "Name",
    by_child: &[("group", "no")],
    rank: &|_, name| match name {
        "doc" => 0,
        "ext" => 1,
        _ => 2,
    },
};

/// A draft of a text.
fn draft(text: &str) -> Draft {
    fn of(element: &crate::exchange::xml::Element<'_>) -> Draft {
        let name = element.name.qualified();
        let inside: Vec<Draft> = element.elements().map(of).collect();
        let draft = if inside.is_empty() { Draft::text(&name, &element.text()) } else { Draft::with(&name, inside) };
        element.attributes.iter().fold(draft, |draft, it| draft.attribute(&it.name.qualified(), &it.value))
    }
    of(&read(text).unwrap())
}

#[track_caller]
fn check(file: &str, before: &str, after: &str, wanted: &str, deeds: &[(Deed, &str)]) {
    let merged = merge(file, &read(file).unwrap(), &draft(before), &draft(after), &MANNERS);
    assert_eq!(merged.text, wanted);
    assert_eq!(merged.deeds.iter().map(|(deed, id)| (*deed, id.as_str())).collect::<Vec<_>>(), deeds);
}

/// A file with things that the drafts do not speak of.
const FILE: &str = "<p  v='1'>\n  <!-- c -->\n  <t id=\"a\" n=\"A\" x='7'><ext/><in>f</in></t>\n  <u/>\n  <t id=\"b\" n=\"B\"/>\n</p>\n";
const DRAFT: &str = "<p><t id='a' n='A'><in>f</in></t><t id='b' n='B'/></p>";

#[test]
fn the_same_stays_to_the_letter() {
    check(FILE, DRAFT, DRAFT, FILE, &[]);
}

#[test]
fn an_attribute_changes_comes_and_goes() {
    let changed = FILE.replace("n=\"A\"", "n=\"&lt;Ä\"");
    check(FILE, DRAFT, &DRAFT.replace("n='A'", "n='&lt;Ä'"), &changed, &[(Deed::Changed, "a")]);
    let added = FILE.replace("id=\"b\"", "m=\"1\" id=\"b\"");
    check(FILE, DRAFT, &DRAFT.replace("n='B'", "n='B' m='1'"), &added, &[(Deed::Changed, "b")]);
    check(FILE, DRAFT, &DRAFT.replace(" n='B'", ""), &FILE.replace(" n=\"B\"", ""), &[(Deed::Changed, "b")]);
}

#[test]
fn another_kind_of_element_keeps_what_is_in_it() {
    let empty = "<p><t id='b' n='B'/></p>";
    check(empty, empty, "<p><s id='b' n='C'>D</s></p>", "<p><s id='b' n='C'>D</s></p>", &[(Deed::Changed, "b")]);
    let file = FILE.replace("<t id=\"a\"", "<s id=\"a\"").replace("</t>", "</s>");
    check(FILE, DRAFT, "<p><s id='a' n='A'><in>f</in></s><t id='b' n='B'/></p>", &file, &[(Deed::Changed, "a")]);
}

#[test]
fn what_is_new_stands_behind_the_one_before_it_and_in_the_order_of_the_schema() {
    let file = FILE.replace("</t>\n", "</t>\n  <t id=\"c\"/>\n");
    check(FILE, DRAFT, "<p><t id='a' n='A'><in>f</in></t><t id='c'/><t id='b' n='B'/></p>", &file, &[(Deed::Added, "c")]);
    let file = FILE.replace("<ext/>", "<doc>D</doc><ext/>");
    check(FILE, DRAFT, "<p><t id='a' n='A'><in>f</in><doc>D</doc></t><t id='b' n='B'/></p>", &file, &[(Deed::Added, "a")]);
    let file = FILE.replace("n=\"B\"/>", "n=\"B\">\n    <in>g</in>\n    <in>h</in>\n  </t>");
    check("<p><!--c--></p>", "<p/>", "<p><t/></p>", "<p><!--c--><t/></p>", &[(Deed::Added, "")]);
    let after = "<p><t id='a' n='A'><in>f</in></t><t id='b' n='B'><in>g</in><in>h</in></t></p>";
    check(FILE, DRAFT, after, &file, &[(Deed::Added, "b")]);
}

#[test]
fn what_is_gone_goes_with_what_is_in_it() {
    let file = "<p  v='1'>\n  <!-- c -->\n  <u/>\n  <t id=\"b\" n=\"B\"/>\n</p>\n";
    check(FILE, DRAFT, "<p><t id='b' n='B'/></p>", file, &[(Deed::Removed, "a")]);
}

#[test]
fn what_moves_takes_along_what_is_not_understood() {
    let after = "<p><t id='b' n='B'><t id='a' n='Z'><in>f</in></t></t></p>";
    let merged = merge(FILE, &read(FILE).unwrap(), &draft(DRAFT), &draft(after), &MANNERS);
    let wanted = "<p v='1'><u/><t id='b' n='B'><t id='a' n='Z' x='7'><ext/><in>f</in></t></t></p>";
    assert_eq!(draft(&merged.text), draft(wanted));
    assert_eq!(merged.deeds, [(Deed::Removed, "a".into()), (Deed::Moved, "a".into()), (Deed::Changed, "a".into())]);
}

#[test]
fn another_order_moves_as_little_as_possible() {
    let file = "<p><t id=\"a\"/><x/><t id=\"b\"/><t id=\"c\"/></p>";
    let (before, after) = ("<p><t id='a'/><t id='b'/><t id='c'/></p>", "<p><t id='b'/><t id='c'/><t id='a'/></p>");
    check(file, before, after, "<p><x/><t id=\"b\"/><t id=\"c\"/><t id=\"a\"/></p>", &[(Deed::Moved, "a")]);
}

#[test]
fn elements_without_id_are_told_apart_by_text_name_child_or_number() {
    let file = "<p><in>x</in><in>a</in><f Name=\"k\" v=\"1\"/><f Name=\"l\"/><group><no>1</no><u/></group><group><no>2</no></group><w y=\"1\"/><w y=\"2\"/></p>";
    let before = "<p><in>a</in><f Name='k' v='1'/><f Name='l'/><group><no>1</no></group><group><no>2</no></group><w y='1'/><w y='2'/></p>";
    let after = "<p><in>b</in><f Name='l'/><group><no>2</no></group><w y='1'/><w y='3'/><w y='4'/></p>";
    let merged = merge(file, &read(file).unwrap(), &draft(before), &draft(after), &MANNERS);
    assert_eq!(merged.text, "<p><in>x</in><in>b</in><f Name=\"l\"/><group><no>2</no></group><w y=\"1\"/><w y=\"3\"/><w y=\"4\"/></p>");
}

#[test]
fn a_namespace_is_declared_when_something_of_it_comes() {
    let (before, after) = ("<p xmlns:n='urn:n'><t id='a' n='A'/></p>", "<p xmlns:n='urn:n'><t id='a' n='A'><n:d/></t></p>");
    let file = "<p><t id=\"a\" n=\"A\"/></p>";
    check(file, before, after, "<p xmlns:n=\"urn:n\"><t id=\"a\" n=\"A\"><n:d/></t></p>", &[(Deed::Added, "a")]);
}

#[test]
fn the_longest_row_in_order_stays() {
    assert_eq!(in_order(&[Some(0), None, Some(1)]), [true, false, true]);
    assert_eq!(in_order(&[Some(2), Some(0), None, Some(1), Some(3)]), [false, true, false, true, true]);
    assert_eq!(in_order(&[Some(3), Some(2)]), [false, true]);
}

#[test]
fn what_was_to_stay_as_the_file_has_it_is_missed_where_the_file_has_no_such_thing() {
    let kept = |ids: &[&str]| Draft::with("p", ids.iter().map(|id| Draft::as_kept("t", id)).collect());
    let root = read(FILE).unwrap();
    let merged = |before: &Draft, after: &Draft| {
        let merged = merge(FILE, &root, before, after, &MANNERS);
        (merged.misses, merged.text)
    };
    assert_eq!(merged(&kept(&["a", "b"]), &kept(&["a", "b"])), (false, FILE.to_owned()));
    let turned = merged(&kept(&["a", "b"]), &kept(&["b", "a"]));
    assert!(!turned.0 && turned.1.find("id=\"b\"") < turned.1.find("<t id=\"a\" n=\"A\" x='7'><ext/><in>f</in></t>"), "{turned:?}");
    // New, in something new, in something of which the file has only the text, and spoken of on one side only.
    assert!(merged(&kept(&["a"]), &kept(&["a", "c"])).0);
    let around = |inside| Draft::with("p", vec![inside]);
    assert!(merged(&kept(&[]), &around(Draft::with("g", vec![Draft::as_kept("t", "c")]))).0);
    let of = |inside: Draft| around(inside.attribute("id", "a"));
    assert!(merged(&of(Draft::text("t", "f")), &of(Draft::with("t", vec![Draft::as_kept("in", "c")]))).0);
    assert!(merged(&of(Draft::text("t", "f")), &kept(&["a"])).0);
    assert!(merged(&kept(&["a"]), &of(Draft::text("t", "f"))).0);
}
