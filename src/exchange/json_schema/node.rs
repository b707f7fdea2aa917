//! The parts that a schema is made of.

use serde_json::{Map, Value as Json, json};

/// An object or array of the data with what is known of it, grown property by property.
#[derive(Default)]
pub struct Node {
    /// Keywords besides those of its properties and items.
    pub own: Map<String, Json>,
    properties: Vec<(String, Node)>,
    items: Option<Box<Node>>,
}

impl Node {
    /// The property at the end of these keys; those on the way are objects.
    pub fn at(&mut self, keys: &[String]) -> &mut Self {
        keys.iter().fold(self, |node, key| {
            let place = node.properties.iter().position(|(name, _)| name == key).unwrap_or_else(|| {
                node.properties.push((key.clone(), Self::default()));
                node.properties.len() - 1
            });
            // The place was found or made in the line above.
            #[expect(clippy::indexing_slicing, reason = "the place is that of an entry")]
            &mut node.properties[place].1
        })
    }

    /// What each entry of this array is.
    pub fn entry(&mut self) -> &mut Self {
        self.items.get_or_insert_default()
    }

    /// As a schema.
    pub fn into_json(self) -> Json {
        let mut found = Map::new();
        if !self.properties.is_empty() {
            found.insert("type".to_owned(), json!("object"));
        }
        if self.items.is_some() {
            found.insert("type".to_owned(), json!("array"));
        }
        found.extend(self.own);
        if !self.properties.is_empty() {
            let properties: Map<String, Json> = self.properties.into_iter().map(|(key, node)| (key, node.into_json())).collect();
            found.insert("properties".to_owned(), Json::Object(properties));
        }
        if let Some(items) = self.items {
            found.insert("items".to_owned(), items.into_json());
        }
        Json::Object(found)
    }
}

/// Where something lies, its value is there and is so.
pub fn present(keys: &[String], value: Json) -> Json {
    keys.iter().rfold(value, |inner, key| match inner {
        Json::Bool(true) => json!({ "required": [key] }),
        inner => json!({ "required": [key], "properties": { key.as_str(): inner } }),
    })
}

/// Where something lies, its value is so if it is there.
pub fn within(keys: &[String], value: Json) -> Json {
    keys.iter().rfold(value, |inner, key| json!({ "properties": { key.as_str(): inner } }))
}

/// The opposite.
pub fn not(schema: Json) -> Json {
    match schema {
        Json::Bool(truth) => Json::Bool(!truth),
        Json::Object(map) if map.len() == 1 && map.contains_key("not") => {
            map.into_iter().next().map_or(Json::Bool(true), |(_, inner)| inner)
        }
        other => json!({ "not": other }),
    }
}

/// All of them.
pub fn all(schemas: Vec<Json>) -> Json {
    joined("allOf", schemas, &Json::Bool(true))
}

/// At least one of them.
pub fn any(schemas: Vec<Json>) -> Json {
    if schemas.contains(&Json::Bool(true)) { Json::Bool(true) } else { joined("anyOf", schemas, &Json::Bool(false)) }
}

/// Exactly one of them.
pub fn exactly_one(schemas: Vec<Json>) -> Json {
    joined("oneOf", schemas, &Json::Bool(false))
}

fn joined(keyword: &str, mut schemas: Vec<Json>, none: &Json) -> Json {
    schemas.retain(|schema| schema != none);
    match schemas.len() {
        0 => none.clone(),
        1 => schemas.remove(0),
        _ => json!({ keyword: schemas }),
    }
}
