import { createStopSource, type StopSignal, type StopSource } from '../../stop-signal.js';

import { reasonOf, waitFor } from './wait-for.js';

/** What one of those who asked gets. */
export interface FlightResult<T> {
  /** The same object for all of them. */
  readonly value: T;
  /** Whether somebody else's work brought it. */
  readonly isShared: boolean;
}

/** Limits of one caller. */
export interface FlightOptions {
  /** Ends this caller's wait; the work ends when nobody waits any more. */
  readonly signal?: StopSignal | undefined;
  /**
   * `false` joins work that is under way, and otherwise works alone.
   * @default true
   */
  readonly canLead?: boolean;
}

/** How many flights there may be. */
export interface SingleFlightOptions {
  /**
   * Pieces of work under way at once; whoever comes beyond that works alone.
   * @default 10000
   */
  readonly maxFlights?: number;
}

/** Does equal work once for all who ask at the same time. */
export interface SingleFlight {
  /**
   * Joins the work of `key`, or starts it. The work has a signal of its own, which ends when the
   * last one who waits has left. When it fails, all who wait now get the failure; the key is free
   * before they do.
   *
   * @throws What `work` throws, or the reason of the caller's signal.
   */
  run<T>(key: string, work: (signal: StopSignal) => Promise<T>, options?: FlightOptions): Promise<FlightResult<T>>;
  /** Pieces of work under way that can be joined. */
  readonly size: number;
}

interface Flight {
  readonly source: StopSource;
  /** `undefined` only until the work has begun. */
  landed: Promise<unknown> | undefined;
  waiting: number;
}

const DEFAULTS = { maxFlights: 10_000 } as const satisfies Required<SingleFlightOptions>;

/** Makes a single flight; the keys must tell types of work apart, as they decide the type of the value. */
export function createSingleFlight(options: SingleFlightOptions = {}): SingleFlight {
  const { maxFlights } = { ...DEFAULTS, ...options };
  const flights = new Map<string, Flight>();

  const free = (key: string, flight: Flight) => {
    if (flights.get(key) === flight) flights.delete(key);
  };

  const start = (key: string, work: (signal: StopSignal) => Promise<unknown>, isJoinable: boolean): Flight => {
    const source = createStopSource();
    const land = async (): Promise<unknown> => {
      try {
        return await work(source.signal);
      } finally {
        free(key, flight);
      }
    };
    const flight: Flight = { source, landed: undefined, waiting: 0 };
    if (isJoinable) flights.set(key, flight);
    flight.landed = land();
    // Those who wait have handlers of their own; when all have left, nobody does.
    flight.landed.catch(ignore);
    return flight;
  };

  const leave = (key: string, flight: Flight, reason: Error) => {
    flight.waiting -= 1;
    if (flight.waiting > 0) return;
    // Nobody may join work that is being ended.
    free(key, flight);
    flight.source.abort(reason);
  };

  return {
    async run<T>(key: string, work: (signal: StopSignal) => Promise<T>, { signal, canLead = true }: FlightOptions = {}): Promise<FlightResult<T>> {
      if (signal?.aborted) throw reasonOf(signal);
      const known = flights.get(key);
      const flight = known ?? start(key, work, canLead && flights.size < maxFlights);
      flight.waiting += 1;
      const value = await waitFor(flight.landed!, signal, () => { leave(key, flight, reasonOf(signal!)); });
      // The key decides the type of the work.
      return { value: value as T, isShared: known !== undefined };
    },
    get size() {
      return flights.size;
    },
  };
}

function ignore(): void {
  // See where it is used.
}
