import type { TypeLexicon } from './type-lexicon.js';

export const TECHNOLOGY: TypeLexicon = {
  type: 'technology',
  strong: [
    'software', 'open source', 'source code', 'codebase', 'python', 'javascript', 'typescript', 'java', 'kubernetes', 'docker', 'linux',
    'windows 11', 'github', 'git (commit|push|pull|rebase|merge)', 'pull request(s)', 'api(s)', 'rest api', 'sql', 'database(s)',
    'postgres(ql)', 'mongodb', 'redis', 'backend', 'frontend', 'front end', 'back end', 'framework', 'npm', 'compiler', 'compile(s|d|r|)',
    'debugger', 'stack trace', 'segfault', 'null pointer', 'runtime', 'async', 'await', 'thread(s) (pool|safe)', 'race condition',
    'memory leak', 'machine learning', 'neural network(s)', 'deep learning', 'artificial intelligence', 'large language model(s)',
    'llm(s)', 'chatgpt', 'gpt 4', 'gpu(s)', 'cpu(s)', 'ssd', 'ram', 'motherboard', 'firmware', 'bios', 'operating system', 'smartphone(s)',
    'iphone', 'android', 'app store', 'encryption', 'cybersecurity', 'malware', 'ransomware', 'phishing', 'vulnerabilit(y|ies)',
    'zero day', 'blockchain', 'cryptocurrency wallet', 'cloud computing', 'aws', 'azure', 'data center(s)', 'server(s)', 'latency',
    'bandwidth', 'router', 'wi fi', 'wifi', 'bluetooth', '5g', 'semiconductor(s)', 'chipmaker', 'quantum comput(er|ers|ing)',
    'virtual reality', 'augmented reality', 'raspberry pi', 'arduino', 'algorithm(s)', 'refactor(ed|ing|)', 'unit test(s)', 'ci cd',
    'deploy(ed|ment|ing|s|)', 'microservice(s)', 'json', 'html', 'css', 'react', 'node js', 'regex', 'localhost', 'web browser',
    'plugin(s)', 'user interface', 'sdk', 'devops', 'repo(s)', 'repository',
  ],
  plain: [
    'code', 'coding', 'program(s|mer|mers|ming|med)', 'developer(s)', 'develop(ed|ing)', 'engineer(s|ing)', 'computer(s)', 'laptop',
    'device(s)', 'hardware', 'app(s)', 'application(s)', 'website', 'web', 'internet', 'online', 'browser', 'chrome', 'data', 'file(s)',
    'folder', 'bug(s)', 'error(s)', 'crash(es|ed)', 'update(s|d)', 'version', 'release', 'install(ed|ing|)', 'download(ed|ing|)', 'upload',
    'password', 'account', 'user(s)', 'interface', 'feature(s)', 'function(s)', 'variable(s)', 'class', 'object', 'array', 'string',
    'loop', 'test(s)', 'build', 'library', 'package', 'config', 'command line', 'terminal', 'script(s)', 'cache', 'network', 'chip(s)',
    'battery', 'charger', 'display', 'pixel(s)', 'camera', 'robot(s)', 'automation', 'ai', 'model', 'bot(s)', 'tech', 'technology',
    'technologies', 'digital', 'cyber', 'hack(ed|er|ers|ing)', 'security', 'privacy settings', 'cloud', 'storage', 'processor',
    'performance', 'debug', 'log(s)', 'query', 'queries', 'commit', 'branch', 'merge', 'lock',
  ],
};
