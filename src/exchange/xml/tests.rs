//! Reading, refusing, changing.

use super::*;
use proptest::prelude::*;

fn reason(text: &str) -> Reason {
    read(text).unwrap_err().reason
}

fn malformed(text: &str) -> Malformed {
    match reason(text) {
        Reason::Malformed(malformed) => malformed,
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn names_namespaces_and_texts_are_read() {
    let text = "<?xml version=\"1.0\"?>\n<!-- before --><a:r xmlns:a='urn:a' xmlns=\"urn:b\" x=\"1 &lt; 2\" a:x='&quot;'>\n  <b>ä&#xD;\n&amp;<![CDATA[<&>]]></b><?go on?><c/></a:r>\n";
    let root = read(text).unwrap();
    assert!(root.is("urn:a", "r"));
    assert_eq!((root.name.prefix, root.attribute("x")), ("a", Some("1 < 2")));
    assert_eq!(root.attributes[3].value, "\"");
    assert_eq!(&*root.attributes[3].name.namespace, "urn:a");
    let b = root.first("b").unwrap();
    assert!(b.is("urn:b", "b"));
    assert_eq!(b.text(), "ä\r\n&<&>");
    assert_eq!(b.position, Position { line: 3, column: 3 });
    let c = root.first("c").unwrap();
    assert_eq!((c.position, c.inside.clone()), (Position { line: 4, column: 34 }, None));
    assert!(root.content.contains(&Node::Instruction("go on")));
    assert_eq!(root.elements().next_back().map(|element| &text[element.place.clone()]), Some("<c/>"));
}

#[test]
fn namespaces_end_with_their_element() {
    let root = read("<a xmlns='1'><b xmlns=''><c/></b><d xmlns:e='2'><e:f/></d><g/></a>").unwrap();
    let names: Vec<(&str, &str)> = root.elements().map(|it| (it.name.local, &*it.name.namespace)).collect();
    assert_eq!(names, [("b", ""), ("d", "1"), ("g", "1")]);
    assert!(root.first("b").unwrap().first("c").unwrap().is("", "c"));
    assert!(root.first("d").unwrap().first("f").unwrap().is("2", "f"));
    assert_eq!(reason("<a><b xmlns:e='2'/><e:f/></a>"), Reason::UndeclaredPrefix("e".to_owned()));
}

#[test]
fn line_ends_become_one_and_blanks_in_attributes_spaces() {
    let root = read("<a b='x\r\ny\tz&#10;'>1\r\n2\r3<![CDATA[\r\n4]]></a>").unwrap();
    assert_eq!(root.attribute("b"), Some("x y z\n"));
    assert_eq!(root.text(), "1\n2\n3\n4");
}

#[test]
fn what_is_not_well_formed_is_refused_with_its_place() {
    assert_eq!(read("<a>\n <b>\n</a>").unwrap_err().at.line, 3);
    assert_eq!(malformed("<a>\n <b>\n</a>"), Malformed::WrongEnd { open: "b".to_owned(), closed: "a".to_owned() });
    assert_eq!(malformed("<a><b></b>"), Malformed::Unclosed("a".to_owned()));
    assert_eq!(malformed("<a/></b>"), Malformed::EndWithoutStart("b".to_owned()));
    assert_eq!(malformed("<a"), Malformed::Markup);
    assert_eq!(malformed("\u{feff}\u{feff}<a>"), Malformed::Character);
    assert_eq!(malformed("<a><!-- -- --></a>"), Malformed::Markup);
    assert_eq!(malformed("<a>]]></a>"), Malformed::Markup);
    assert_eq!(malformed("<a b=c/>"), Malformed::Attribute);
    assert_eq!(malformed("<a b/>"), Malformed::Attribute);
    assert_eq!(malformed("<a b='<'/>"), Malformed::Attribute);
    assert_eq!(malformed("<1/>"), Malformed::Name("1".to_owned()));
    assert_eq!(malformed("<a:b:c xmlns:a='1'/>"), Malformed::Name("a:b:c".to_owned()));
    assert_eq!(malformed("<a>\u{1}</a>"), Malformed::Character);
    assert_eq!(malformed("<a>a & b</a>"), Malformed::Reference);
    assert_eq!(malformed("<a>&#0;</a>"), Malformed::Reference);
    assert_eq!(malformed("<a b='&#xD800;'/>"), Malformed::Reference);
    assert_eq!(malformed("<a/><b/>"), Malformed::Outside);
    assert_eq!(malformed("<a/>text"), Malformed::Outside);
    assert_eq!(malformed("<a><?xml version='1.0'?></a>"), Malformed::Markup);
    assert_eq!(reason("  \n"), Reason::Empty);
    assert_eq!(reason("<a b='1' b='2'/>"), Reason::DuplicateAttribute("b".to_owned()));
    assert_eq!(reason("<a xmlns:x='1' xmlns:y='1' x:b='1' y:b='2'/>"), Reason::DuplicateAttribute("y:b".to_owned()));
}

#[test]
fn hostile_files_are_refused_at_once() {
    let bomb = "<?xml version='1.0'?>\n<!DOCTYPE lolz [\n <!ENTITY lol 'lol'>\n <!ENTITY lol2 '&lol;&lol;'>\n]>\n<lolz>&lol2;</lolz>";
    assert_eq!(read(bomb).unwrap_err(), Fault { at: Position { line: 2, column: 1 }, reason: Reason::DocumentType });
    assert_eq!(reason("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"), Reason::DocumentType);
    assert_eq!(reason("<a>&lol;</a>"), Reason::UnknownEntity("lol".to_owned()));
    let levels = |count: usize| format!("{}{}", "<a>\n".repeat(count), "</a>".repeat(count));
    assert!(read(&levels(DEEPEST)).is_ok());
    for count in [DEEPEST + 1, 10_000, 1_000_000] {
        assert_eq!(read(&levels(count)).unwrap_err(), Fault { at: Position { line: DEEPEST + 1, column: 1 }, reason: Reason::TooDeep });
    }
    assert_eq!(reason(&format!("<a>{}</a>", "<b/>".repeat(MOST_NODES))), Reason::TooMany);
    let attributes = (0..=MOST_ATTRIBUTES).map(|number| format!(" a{number}=''")).collect::<Vec<_>>().concat();
    assert_eq!(reason(&format!("<a{attributes}/>")), Reason::TooMany);
    assert_eq!(decode(&vec![b' '; MOST_BYTES + 1]).unwrap_err().reason, Reason::TooLarge);
}

#[test]
fn encodings_are_read_by_mark_and_by_declaration() {
    let german = "<?xml version='1.0' encoding='ISO-8859-1'?><a>Größe</a>";
    let latin: Vec<u8> = german.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap()).collect();
    assert_eq!(decode(&latin).as_deref(), Ok(german));
    assert_eq!(encode(german), latin);
    let wide = "\u{feff}<?xml version='1.0' encoding='UTF-16'?><a>Größe</a>";
    let bytes: Vec<u8> = wide.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let text = decode(&bytes).unwrap();
    assert_eq!(unmarked(&text), unmarked(wide));
    assert_eq!(read(&text).unwrap().text(), "Größe");
    assert_eq!(encode(&text), bytes);
    let reason = |bytes: &[u8]| decode(bytes).unwrap_err();
    assert_eq!(reason(b"<?xml version='1.0' encoding='EBCDIC'?><a/>").reason, Reason::UnknownEncoding("EBCDIC".to_owned()));
    assert_eq!(reason(b"<?xml version='1.0' encoding='UTF-16'?><a/>").reason, Reason::UnknownEncoding("UTF-16".to_owned()));
    assert_eq!(reason(b"<a>\n\xe4</a>"), Fault { at: Position { line: 2, column: 1 }, reason: Reason::NotText });
}

#[test]
fn every_encoding_comes_out_as_it_came_in() {
    let little = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let big = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    for declaration in ["", "<?xml version='1.0'?>", "<?xml version='1.0' encoding='UTF-16'?>", "<?xml version='1.0' encoding='UTF-8'?>"] {
        let text = format!("{declaration}<a>Größe 😀</a>");
        let marked = format!("\u{feff}{text}");
        for bytes in [little(&text), little(&marked), big(&text), big(&marked)] {
            let kept = decode(&bytes).unwrap();
            assert_eq!((unmarked(&kept), encode(&kept)), (text.as_str(), bytes.clone()), "{declaration}");
            assert_eq!(read(&kept).unwrap().text(), "Größe 😀");
            assert!(is_meant(&bytes));
        }
        assert_eq!(encode(decode(marked.as_bytes()).unwrap()), marked.as_bytes(), "{declaration}");
        if !declaration.contains("16") {
            assert_eq!(encode(decode(text.as_bytes()).unwrap()), text.as_bytes(), "{declaration}");
        }
    }
    for name in ["ISO-8859-1", "Windows-1252"] {
        let bytes = [format!("<?xml version='1.0' encoding='{name}'?><a>").as_bytes(), b"\x80\xe4\x81</a>"].concat();
        assert_eq!(encode(decode(&bytes).unwrap()), bytes);
        // The mark counts more than what is declared.
        let marked = format!("\u{feff}<?xml version='1.0' encoding='{name}'?><a>ä→</a>").into_bytes();
        assert_eq!(encode(decode(&marked).unwrap()), marked);
    }
    // What ends too late, or has other letters in it, is no declaration: neither when it is read nor when it is written.
    for beside in [" ".repeat(400), "ä".to_owned()] {
        let text = format!("<?xml version='1.0' encoding='ISO-8859-1'{beside}?><a>ä</a>");
        assert_eq!(encode(decode(text.as_bytes()).unwrap()), text.as_bytes());
    }
    let other = [b"<?xml version='1.0' encoding='ISO-8859-1'".as_slice(), &[0x80; 120], b"?><a/>"].concat();
    assert_eq!(decode(&other).unwrap_err().reason, Reason::NotText);
    let refused = Fault { at: Position::START, reason: Reason::Malformed(Malformed::Character) };
    assert_eq!(decode("\u{fdd0}<a/>".as_bytes()).unwrap_err(), refused);
}

#[test]
fn edits_change_single_places_only() {
    let text = "<r>\r\n  <a x='1'>old</a>\r\n  <b  y=\"2\" />\r\n  <!-- stays --><c><d/></c>\r\n</r>";
    let root = read(text).unwrap();
    let element = |name: &str| root.first(name).unwrap();
    assert_eq!(Edits::new(text).finish(), text);
    let mut edits = Edits::new(text);
    edits.set_text(element("a"), "new & <good>");
    edits.set_value(&element("a").attributes[0], "it's \"x\"");
    edits.set_text(element("b"), "full");
    edits.add_attribute(element("c"), "z", "3");
    edits.append(element("c"), &Draft::with("e", vec![Draft::text("f", "g").attribute("h", "i\"")]));
    edits.insert_after(element("a"), &Draft::text("n", ""));
    assert_eq!(
        edits.finish(),
        "<r>\r\n  <a x='it&apos;s &quot;x&quot;'>new &amp; &lt;good&gt;</a>\r\n  <n/>\r\n  <b  y=\"2\">full</b>\r\n  <!-- stays --><c z=\"3\"><d/><e><f h=\"i&quot;\">g</f></e></c>\r\n</r>"
    );
    let mut edits = Edits::new(text);
    edits.set_text(element("c").first("d").unwrap(), "lost with its parent");
    edits.remove(element("c"));
    edits.remove(element("a"));
    assert_eq!(edits.finish(), "<r>\r\n  <b  y=\"2\" />\r\n  <!-- stays -->\r\n</r>");
}

#[test]
fn drafts_are_files_that_can_be_read() {
    let file = Draft::with("a", vec![Draft::text("b", "x\r\n\u{0}<y>"), Draft::with("c", vec![])]).file();
    assert_eq!(file, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>\n  <b>x&#xD;\n&lt;y&gt;</b>\n  <c/>\n</a>\n");
    assert_eq!(read(&file).unwrap().first("b").unwrap().text(), "x\r\n<y>");
}

proptest! {
    #[test]
    fn no_text_panics(text in "(<[a-c:]{0,3}( [a-b:]{1,2}=['\"][a<&;]{0,2}['\"])?/?>|</[a-c]>|[a-z&;#x0-9 \r\n\u{e4}]{0,4}|<!--|-->|<!\\[CDATA\\[|\\]\\]>|<\\?|\\?>|<!DOCTYPE|xmlns:a='b'|\u{feff}){0,12}") {
        if let Ok(root) = read(&text) {
            prop_assert_eq!(Edits::new(&text).finish(), text.clone());
            prop_assert!(text[root.place.clone()].starts_with('<'));
        }
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        if let Ok(text) = decode(&bytes) {
            let _ = read(&text);
        }
    }

    #[test]
    fn what_is_written_is_read_again(text in "\\PC{0,20}", value in "[\\PC\r\n\t]{0,20}") {
        let file = Draft::text("a", &text).attribute("b", &value).file();
        let root = read(&file).unwrap();
        let allowed = |text: &str| text.chars().filter(|sign| escape::is_allowed(*sign)).collect::<String>();
        prop_assert_eq!(root.text().into_owned(), allowed(&text));
        prop_assert_eq!(root.attribute("b").unwrap_or_default(), allowed(&value));
    }
}
