interface Edge {
  readonly attributes: object;
  readonly source: string;
  readonly target: string;
}

/**
 * Stands in for graphology's `UndirectedGraph` in the bundle of the page: just what its Louvain asks of a graph. The whole
 * library would be a sixth of the page. A test holds the numbers in the browser against those of the program.
 */
export class UndirectedGraph {
  readonly type = "undirected";
  readonly multi = false;
  selfLoopCount = 0;
  private readonly edges: Edge[] = [];
  private readonly degrees = new Map<string, number>();

  get order(): number {
    return this.degrees.size;
  }

  get size(): number {
    return this.edges.length;
  }

  addNode(node: unknown): void {
    this.degrees.set(String(node), 0);
  }

  addEdge(source: unknown, target: unknown, attributes: object): void {
    const edge = { source: String(source), target: String(target), attributes };
    this.edges.push(edge);
    if (edge.source === edge.target) {
      this.selfLoopCount++;
      return;
    }
    for (const end of [edge.source, edge.target]) this.degrees.set(end, (this.degrees.get(end) ?? 0) + 1);
  }

  forEachNode(visit: (node: string) => void): void {
    for (const node of this.degrees.keys()) visit(node);
  }

  forEachEdge(visit: (edge: string, attributes: object, source: string, target: string) => void): void {
    for (const [place, { attributes, source, target }] of this.edges.entries()) {
      visit(String(place), attributes, source, target);
    }
  }

  undirectedDegreeWithoutSelfLoops(node: string): number {
    return this.degrees.get(node) ?? 0;
  }

  /** Louvain knows a graph by its having this and `dropNode`; it calls neither. */
  addUndirectedEdgeWithKey(): void {
    throw new Error("not in the page");
  }

  dropNode(): void {
    throw new Error("not in the page");
  }
}
