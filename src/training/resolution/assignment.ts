/**
 * Pairs rows with columns one to one so that the sum of the weights is greatest (Kuhn 1955, in the form of Jonker and
 * Volgenant's shortest augmenting paths). O(n² m) for n rows and m columns, n ≤ m; where there are more rows they change places.
 */
export function bestAssignment(
  weights: readonly (readonly number[])[],
  rows: number,
  columns: number,
): [row: number, column: number][] {
  if (rows > columns) {
    const turned = Array.from({ length: columns }, (_, column) => weights.map((row) => row[column]));
    return bestAssignment(turned, columns, rows).map(([column, row]) => [row, column]);
  }
  // potentials and matching are 1-based: 0 stands for "none yet"
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const before = new Int32Array(columns + 1);
    const done = new Uint8Array(columns + 1);
    let column = 0;
    rowOf[0] = row;
    do {
      done[column] = 1;
      const current = rowOf[column];
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let other = 1; other <= columns; other++) {
        if (done[other] === 1) continue;
        const cost = -weights[current - 1][other - 1] - rowPotential[current] - columnPotential[other];
        if (cost < least[other]) [least[other], before[other]] = [cost, column];
        if (least[other] < delta) [delta, next] = [least[other], other];
      }
      for (let other = 0; other <= columns; other++) {
        if (done[other] === 1) {
          rowPotential[rowOf[other]] += delta;
          columnPotential[other] -= delta;
        } else least[other] -= delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    do {
      rowOf[column] = rowOf[before[column]];
      column = before[column];
    } while (column !== 0);
  }
  const pairs: [number, number][] = [];
  for (let column = 1; column <= columns; column++) if (rowOf[column] > 0) pairs.push([rowOf[column] - 1, column - 1]);
  return pairs;
}
