//! From the model to a frozen shape and back: the trait, its simple cases, and the two ways to declare a shape.
//!
//! A shape that looks like its twin of the same name in [`model`] is declared once, by `record!` or
//! `choice!`; both conversions follow from the declaration, and the compiler demands every field. When
//! the model moves on, the declarations move to the next version and the old one converts to that.

use super::v1::{SourceText, Text};
use crate::model::{self, DataPath, Money};

/// A shape in a file whose live twin is `Live`.
pub trait Frozen<Live> {
    /// The shape that the file holds.
    fn freeze(live: &Live) -> Self;

    /// The live value.
    fn thaw(self) -> Live;
}

/// Declares a frozen struct with the fields of the model's struct of the same name.
macro_rules! record {
    ($($name:ident { $($field:ident: $shape:ty),* $(,)? })*) => {$(
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $(pub $field: $shape),* }

        impl $crate::bundle::convert::Frozen<$crate::model::$name> for $name {
            fn freeze(live: &$crate::model::$name) -> Self {
                let $crate::model::$name { $($field),* } = live;
                Self { $($field: $crate::bundle::convert::Frozen::freeze($field)),* }
            }

            fn thaw(self) -> $crate::model::$name {
                let Self { $($field),* } = self;
                $crate::model::$name { $($field: $crate::bundle::convert::Frozen::thaw($field)),* }
            }
        }
    )*};
}

/// Declares a frozen enum with the variants of the model's enum of the same name.
macro_rules! choice {
    ($($name:ident { $($(#[$renamed:meta])* $variant:ident $(($($part:ident: $part_shape:ty),*))? $({ $($field:ident: $shape:ty),* })?),* $(,)? })*) => {$(
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub enum $name { $($(#[$renamed])* $variant $(($($part_shape),*))? $({ $($field: $shape),* })?),* }

        impl $crate::bundle::convert::Frozen<$crate::model::$name> for $name {
            fn freeze(live: &$crate::model::$name) -> Self {
                match live {$(
                    $crate::model::$name::$variant $(($($part),*))? $({ $($field),* })? =>
                        Self::$variant $(($($crate::bundle::convert::Frozen::freeze($part)),*))?
                            $({ $($field: $crate::bundle::convert::Frozen::freeze($field)),* })?,
                )*}
            }

            fn thaw(self) -> $crate::model::$name {
                match self {$(
                    Self::$variant $(($($part),*))? $({ $($field),* })? =>
                        $crate::model::$name::$variant $(($($crate::bundle::convert::Frozen::thaw($part)),*))?
                            $({ $($field: $crate::bundle::convert::Frozen::thaw($field)),* })?,
                )*}
            }
        }
    )*};
}

pub(super) use {choice, record};

macro_rules! same {
    ($($plain:ty)*) => {$(
        impl Frozen<$plain> for $plain {
            fn freeze(live: &$plain) -> Self {
                *live
            }

            fn thaw(self) -> $plain {
                self
            }
        }
    )*};
}

same! { bool u8 u32 u64 f64 }

macro_rules! numbers {
    ($($id:ident)*) => {$(
        impl Frozen<model::$id> for u32 {
            fn freeze(live: &model::$id) -> Self {
                live.0
            }

            fn thaw(self) -> model::$id {
                model::$id(self)
            }
        }
    )*};
}

numbers! {
    ProcessId RoleId PoolId LaneId NodeId FlowId MessageFlowId ArtifactId AssociationId ObjectTypeId DataFieldId CodeListId
    FormId FormElementId DecisionTableId DocumentTemplateId SettingId TestCaseId ExerciseId LanguageId SourceId
}

macro_rules! texts {
    ($($shape:ty)*) => {$(
        impl Frozen<String> for $shape {
            fn freeze(live: &String) -> Self {
                Self(live.clone())
            }

            fn thaw(self) -> String {
                self.0
            }
        }
    )*};
}

texts! { Text SourceText }

impl Frozen<Money> for i64 {
    fn freeze(live: &Money) -> Self {
        live.cents
    }

    fn thaw(self) -> Money {
        Money { cents: self }
    }
}

impl Frozen<DataPath> for Vec<u32> {
    fn freeze(live: &DataPath) -> Self {
        Frozen::freeze(&live.0)
    }

    fn thaw(self) -> DataPath {
        DataPath(Frozen::thaw(self))
    }
}

impl<Live, Shape: Frozen<Live>> Frozen<Option<Live>> for Option<Shape> {
    fn freeze(live: &Option<Live>) -> Self {
        live.as_ref().map(Shape::freeze)
    }

    fn thaw(self) -> Option<Live> {
        self.map(Shape::thaw)
    }
}

impl<Live, Shape: Frozen<Live>> Frozen<Vec<Live>> for Vec<Shape> {
    fn freeze(live: &Vec<Live>) -> Self {
        live.iter().map(Shape::freeze).collect()
    }

    fn thaw(self) -> Vec<Live> {
        self.into_iter().map(Shape::thaw).collect()
    }
}
