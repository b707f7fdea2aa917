//! The markings that a search has met, each once and compared in full.

/// Markings by number, in the order in which they were met.
pub(super) struct Space {
    width: usize,
    cells: Vec<u8>,
    /// Open addressing: number of a marking plus one, 0 for a free slot.
    slots: Vec<u32>,
    count: usize,
}

impl Space {
    /// For markings of so many places.
    pub fn new(width: usize) -> Self {
        Self { width, cells: Vec::new(), slots: vec![0; 64], count: 0 }
    }

    pub fn len(&self) -> usize {
        self.count
    }

    /// The tokens of a marking, place by place.
    pub fn get(&self, index: usize) -> &[u8] {
        &self.cells[index * self.width..(index + 1) * self.width]
    }

    /// The number of a marking, and whether it was met for the first time.
    pub fn insert(&mut self, marking: &[u8]) -> (usize, bool) {
        if self.count * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(marking);
        if self.slots[slot] != 0 {
            return (self.slots[slot] as usize - 1, false);
        }
        self.cells.extend_from_slice(marking);
        self.count += 1;
        self.slots[slot] = u32::try_from(self.count).unwrap_or(u32::MAX);
        (self.count - 1, true)
    }

    /// Where the marking is or would be.
    fn slot(&self, marking: &[u8]) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(marking) as usize & mask;
        while self.slots[slot] != 0 && self.get(self.slots[slot] as usize - 1) != marking {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 4];
        let mask = self.slots.len() - 1;
        for index in 0..self.count {
            let mut slot = hash(self.get(index)) as usize & mask;
            while self.slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            self.slots[slot] = u32::try_from(index + 1).unwrap_or(u32::MAX);
        }
    }
}

fn hash(marking: &[u8]) -> u64 {
    let mix = |sum: u64, word: u64| (sum ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
    let words = marking.chunks(8).map(|chunk| chunk.iter().fold(0u64, |word, byte| word << 8 | u64::from(*byte)));
    let sum = words.fold(0, mix);
    sum ^ (sum >> 32)
}
