export function drawLots(seed: number): () => number;
