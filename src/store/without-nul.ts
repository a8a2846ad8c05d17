import type { Dialect } from 'kysely';

/** The same dialect, which leaves out the character U+0000 of every text: PostgreSQL refuses it, SQLite ends there. */
export function withoutNul(dialect: Dialect): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => dialect.createDriver(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => {
      const compiler = dialect.createQueryCompiler();
      return {
        compileQuery: (node, id) => {
          const query = compiler.compileQuery(node, id);
          return { ...query, parameters: query.parameters.map(storable) };
        },
      };
    },
  };
}

function storable(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}
