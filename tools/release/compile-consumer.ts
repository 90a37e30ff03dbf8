/**
 * `compile-consumer.ts FOLDER TYPES`: type-checks a consumer's project as
 * strictly as the compiler can, in each way that modules are resolved, and
 * emits the consumer program as ESM and as CommonJS into `FOLDER/out`.
 *
 * Every declaration in the consumer's `node_modules` is checked, as with
 * `skipLibCheck: false`. The compiler's own library and Node.js' types (in
 * TYPES) are taken on trust: they are neither the consumer's nor ours, and
 * checking them would take most of the time.
 */
import { join, sep } from 'node:path';

import ts from 'typescript';

const STRICT: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  types: ['node'],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
};

const [folder = '.', typeRoot = ''] = process.argv.slice(2);

const diagnostics = [
  // One module of each kind from the same program; what is emitted is what runs.
  ...check(['smoke.mts', 'smoke.cts'], { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, outDir: join(folder, 'out') }),
  ...check(['smoke.ts'], { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, noEmit: true }),
];
if (diagnostics.length > 0) {
  const host: ts.FormatDiagnosticsHost = { getCurrentDirectory: () => folder, getCanonicalFileName: (path) => path, getNewLine: () => '\n' };
  console.error(ts.formatDiagnostics(diagnostics, host));
  process.exitCode = 1;
}

function check(files: readonly string[], options: ts.CompilerOptions): readonly ts.Diagnostic[] {
  const roots = files.map((file) => join(folder, file));
  const program = ts.createProgram(roots, { ...STRICT, typeRoots: [typeRoot], ...options });
  const found = [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...program
      .getSourceFiles()
      .filter(({ fileName }) => fileName.startsWith(folder + sep))
      .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
  // File by file: emitting a whole program would check all of it first.
  if (options.noEmit !== true && found.length === 0) for (const root of roots) program.emit(program.getSourceFile(root));
  return found;
}
