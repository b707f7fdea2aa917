//! What stands behind a transition of a net that was made smaller: steps of the flow, shared as a tree.

/// Names a recipe among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RecipeId(u32);

impl RecipeId {
    /// Nothing is done.
    pub const NOTHING: Self = Self(0);
}

/// A node of the level acts and lets out one of its ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Act {
    pub node: usize,
    pub way: usize,
}

#[derive(Clone, Copy, Debug)]
enum Recipe {
    Nothing,
    Act(Act),
    Both(RecipeId, RecipeId),
}

/// All recipes of a net.
#[derive(Clone, Debug)]
pub(super) struct Recipes(Vec<Recipe>);

impl Recipes {
    pub fn new() -> Self {
        Self(vec![Recipe::Nothing])
    }

    pub fn act(&mut self, node: usize, way: usize) -> RecipeId {
        self.push(Recipe::Act(Act { node, way }))
    }

    /// One, then the other.
    pub fn then(&mut self, first: RecipeId, second: RecipeId) -> RecipeId {
        match (first, second) {
            (RecipeId::NOTHING, other) | (other, RecipeId::NOTHING) => other,
            _ => self.push(Recipe::Both(first, second)),
        }
    }

    /// The same several times.
    pub fn times(&mut self, recipe: RecipeId, times: u32) -> RecipeId {
        (1..times).fold(recipe, |sum, _| self.then(sum, recipe))
    }

    fn push(&mut self, recipe: Recipe) -> RecipeId {
        self.0.push(recipe);
        RecipeId(u32::try_from(self.0.len() - 1).unwrap_or(0))
    }

    /// The acts in their order; at most `most` of them.
    pub fn acts(&self, recipe: RecipeId, most: usize) -> Vec<Act> {
        let mut acts = Vec::new();
        let mut open = vec![recipe];
        while let Some(next) = open.pop().filter(|_| acts.len() < most) {
            match self.0[next.0 as usize] {
                Recipe::Nothing => {}
                Recipe::Act(act) => acts.push(act),
                Recipe::Both(first, second) => open.extend([second, first]),
            }
        }
        acts
    }

    /// Marks the nodes that act in any of the recipes.
    pub fn mark(&self, recipes: impl IntoIterator<Item = RecipeId>, nodes: &mut [bool]) {
        let mut seen = vec![false; self.0.len()];
        let mut open: Vec<RecipeId> = recipes.into_iter().collect();
        while let Some(next) = open.pop() {
            if std::mem::replace(&mut seen[next.0 as usize], true) {
                continue;
            }
            match self.0[next.0 as usize] {
                Recipe::Nothing => {}
                Recipe::Act(act) => nodes[act.node] = true,
                Recipe::Both(first, second) => open.extend([first, second]),
            }
        }
    }
}
