/** `npm run new-tool -- NAME`: writes the package of a new analysis tool. */
import { createToolPackage } from './create-tool-package.js';

const [name, ...rest] = process.argv.slice(2);
if (name === undefined || rest.length > 0) {
  console.error('Usage: npm run new-tool -- NAME     (reading-level makes packages/reading-level-tool)');
  process.exitCode = 2;
} else {
  try {
    const files = createToolPackage(process.cwd(), name);
    const folder = files[0]?.split('/').slice(0, 2).join('/') ?? '';
    console.log(`${files.join('\n')}\n`);
    console.log('It compiles and passes as it is. Next:');
    console.log('  npm install                  # makes the package known to the workspace');
    console.log(`  npx nx test @discord-intelligence/${folder.split('/')[1] ?? ''}`);
    console.log(`  then put your analysis into ${folder}/src and offer it in packages/pipeline/src/tools.ts`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
