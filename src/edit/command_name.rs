//! What the history calls a change.

macro_rules! names {
    ($($name:ident)*) => {
        /// What the history calls a change; `i18n` puts it into words.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "each variant says what it names")]
        pub enum CommandName {
            $($name,)*
        }

        impl CommandName {
            /// Its name in a history that is kept on disk.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)*
                }
            }

            /// The change of that name; `None` if it is known to a later version only.
            pub fn of_key(key: &str) -> Option<Self> {
                match key {
                    $(stringify!($name) => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

names! {
    Add
    Append
    Insert
    Connect
    Reconnect
    Move
    Resize
    Route
    MoveLabel
    Rename
    ChangeKind
    ChangeProperties
    Expand
    Collapse
    AddPool
    TurnPool
    AddLane
    DivideLane
    MoveLane
    TakeOut
    Attach
    Detach
    MakeRoom
    Remove
    Cut
    Paste
    Duplicate
    Align
    Distribute
    TidyUp
    TypeSteps
    ChangeData
    ChangeForm
    ChangeDecision
    ChangeDocument
    ChangeSetting
    ChangeTestCase
    ChangeExercise
    ChangeTranslation
    TakeUp
    Fix
}
