/** The shared kernel, which all modules lean on, and what makes the folder a program. */
export const SHARED: Readonly<Record<string, string>> = {
  "package.json": `{
  "name": "grown-monolith",
  "private": true,
  "dependencies": { "@nestjs/common": "11.0.0", "@nestjs/core": "11.0.0", "typeorm": "0.3.20", "pg": "8.11.0" }
}
`,
  "tsconfig.json": `{
  "compilerOptions": {
    "target": "es2022",
    "module": "commonjs",
    "strict": true,
    "strictPropertyInitialization": false,
    "experimentalDecorators": true,
    "emitDecoratorMetadata": true
  },
  "include": ["src"]
}
`,
  "src/shared/kept-entity.ts": `import { Column, CreateDateColumn, PrimaryGeneratedColumn } from "typeorm";

export abstract class KeptEntity {
  @PrimaryGeneratedColumn()
  id: number;

  @CreateDateColumn()
  createdAt: Date;

  @Column({ type: "timestamptz", nullable: true })
  closedAt: Date | null;
}
`,
  "src/shared/money.ts": `export class Money {
  constructor(readonly cents: number) {}

  plus(other: Money): Money {
    return new Money(this.cents + other.cents);
  }

  times(percent: number): Money {
    return new Money((this.cents * percent) / 100);
  }

  rounded(): Money {
    return new Money(Math.round(this.cents));
  }

  toString(): string {
    return (this.cents / 100).toFixed(2);
  }
}

export function money(cents: number): Money {
  return new Money(cents);
}
`,
  "src/shared/page.ts": `export class Page {
  constructor(
    readonly number: number,
    readonly size: number,
  ) {}

  offset(): number {
    return this.number * this.size;
  }
}
`,
  "src/shared/numbers.ts": `export function number(text: string): number {
  return Number.parseInt(text, 10) || 0;
}
`,
  "src/shared/days.ts": `export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
`,
  "src/shared/problems.ts": `import { NotFoundException } from "@nestjs/common";

export function found<T>(value: T | null, what: string): T {
  if (value === null) throw new NotFoundException(what);
  return value;
}
`,
  "src/shared/audit-log.ts": `import { Injectable } from "@nestjs/common";
import { DataSource } from "typeorm";

@Injectable()
export class AuditLog {
  constructor(private readonly database: DataSource) {}

  note(what: string, id: number): void {
    void this.database.query("INSERT INTO audit_entries (what, subject_id) VALUES ($1, $2)", [what, id]);
  }
}
`,
  "src/shared/event-bus.ts": `import { Injectable } from "@nestjs/common";
import { EventEmitter2 } from "@nestjs/event-emitter";

@Injectable()
export class EventBus {
  constructor(private readonly emitter: EventEmitter2) {}

  emit(name: string, payload: object): void {
    this.emitter.emit(name, payload);
  }
}
`,
};
