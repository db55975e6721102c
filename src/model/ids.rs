//! The names of an enum's values in files, each written once.

/// Gives an enum its list `ALL`, in the order in which it is offered, and the way from and to its
/// names. They are parts of file formats: a name never changes, whatever its value is called here.
macro_rules! ids {
    ($kind:ident { $($value:ident = $id:literal),+ $(,)? }) => {
        impl $kind {
            /// All there are, in the order in which they are offered.
            pub const ALL: [Self; [$($id),+].len()] = [$(Self::$value),+];

            /// The name in files.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$value => $id),+ }
            }

            /// The value of a name; `None` when there is no such name.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|each| each.id() == id)
            }
        }
    };
}
pub(crate) use ids;
