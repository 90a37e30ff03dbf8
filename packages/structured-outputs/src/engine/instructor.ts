import { ZodRealError } from 'zod';

/** Under this key a call travels through Instructor to the bridge: request options are passed on untouched. */
export const CALL: unique symbol = Symbol('call');

/** What the bridge gives Instructor after each attempt: it looks for JSON, and the answer is kept elsewhere. */
const SYNTHETIC_COMPLETION = Object.freeze({ choices: Object.freeze([Object.freeze({ message: Object.freeze({ content: '{}' }) })]) });

/** Instructor, reduced to what is used of it: its attempts and their count. */
export interface Engine {
  /** Runs attempts until one is right, an error is thrown, or the retries are used up. */
  run(call: EngineCall, maxRetries: number): Promise<void>;
}

/** What Instructor drives. */
export interface EngineCall {
  /** Makes one attempt. What it throws ends the run. */
  attempt(): Promise<void>;
  /** Whether the last attempt gave a valid answer. */
  isAnswered(): boolean;
}

/** The part of Instructor 1.7 that is called; its own declarations need zod 3. */
interface Instructor {
  readonly chat: { readonly completions: { create(params: Record<string, unknown>, options: object): Promise<unknown> } };
  log?: () => void;
}
type CreateInstructor = (config: { readonly client: object; readonly mode: string }) => Instructor;

/**
 * Loads Instructor and puts it between two adapters: the bridge, which is the
 * client it calls, and the shim, which is the schema it validates by.
 */
export async function loadEngine(): Promise<Engine> {
  const { default: createInstructor } = await import('@instructor-ai/instructor');
  const bridge = {
    chat: {
      completions: {
        async create(_params: unknown, options: { readonly [CALL]: EngineCall }) {
          await options[CALL].attempt();
          return SYNTHETIC_COMPLETION;
        },
      },
    },
  };
  // MD_JSON: known for every provider, so that the constructor warns of nothing.
  const instructor = (createInstructor as unknown as CreateInstructor)({ client: bridge, mode: 'MD_JSON' });
  // Its console output, with the prompt in it, goes away: the proxy around it has no trap for setting.
  instructor.log = () => undefined;

  return {
    async run(call, maxRetries) {
      await instructor.chat.completions.create(
        { model: '', messages: [], max_retries: maxRetries, response_model: { name: 'answer', schema: shimFor(call, ZodRealError) } },
        { [CALL]: call },
      );
    },
  };
}

/** Stands in for the schema: says yes or no for an answer that has been judged already. */
function shimFor(call: EngineCall, ZodRealError: new (issues: never[]) => Error) {
  return {
    _def: { typeName: 'ZodAny' },
    shape: {},
    safeParseAsync: async () => (call.isAnswered() ? { success: true, data: {} } : { success: false, error: askAgain(ZodRealError) }),
  };
}

/** The only kind of error after which Instructor asks again. */
function askAgain(ZodRealError: new (issues: never[]) => Error): Error {
  const issue = { code: 'custom', path: [], message: 'ask again' };
  const error = new ZodRealError([issue as never]);
  // zod-validation-error of some versions reads the older name.
  Object.defineProperty(error, 'errors', { value: [issue] });
  return error;
}

