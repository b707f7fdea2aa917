//! Any text is parsed, checked, evaluated and explained without panic and in bounded time.
#![no_main]

use dienstweg::expr::{Context, Environment, Fields, List, Names, Type, Value, check, check_unary_tests, parse, parse_unary_tests};
use libfuzzer_sys::fuzz_target;
use std::sync::Arc;

fn fields() -> Fields {
    let hund = Fields::new([(Arc::from("alter in jahren"), Type::Number), (Arc::from("name"), Type::Text)]);
    let hunde = Type::list(Type::Context(Arc::new(hund)));
    Fields::new([(Arc::from("betrag"), Type::Number), (Arc::from("am"), Type::Date), (Arc::from("hunde"), hunde)])
}

fn scope() -> Context {
    let hund = Context::new([(Arc::from("alter in jahren"), Value::from(3)), (Arc::from("name"), Value::from("Bello"))]).unwrap();
    let hunde = List::new(vec![Value::Context(hund), Value::Null]).unwrap();
    Context::new([(Arc::from("betrag"), Value::from(120)), (Arc::from("hunde"), Value::List(hunde))]).unwrap()
}

fuzz_target!(|text: &str| {
    let (fields, scope, environment) = (fields(), scope(), Environment::default());
    let mut names = Names::new();
    names.insert_fields(&fields);
    if let Ok(tree) = parse(text, &names) {
        let _ = check(&tree, &fields, Some(&Type::Boolean));
        let _ = tree.explain(&scope);
        let _ = tree.evaluate(&scope, &environment).value.to_feel();
    }
    if let Ok(tests) = parse_unary_tests(text, &names) {
        let _ = check_unary_tests(&tests, &fields, &Type::Number);
        let _ = tests.evaluate(&Value::from(5), &scope, &environment);
    }
});
