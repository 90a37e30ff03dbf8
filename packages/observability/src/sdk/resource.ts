import { randomBytes } from 'node:crypto';

import { type Resource, resourceFromAttributes } from '@opentelemetry/resources';

import { LOGFIRE } from '../names/attributes.js';
import type { SetupOptions } from '../setup-options.js';
import type { Settings } from './settings.js';

/**
 * What every signal says of this process. Made by hand: OpenTelemetry's own detection would add the command line, the
 * name of the user and the id of the machine.
 */
export function createResource({ serviceName, serviceVersion, environment, projectName }: Settings, { resource }: SetupOptions): Resource {
  return resourceFromAttributes({
    ...resource,
    'service.name': serviceName,
    ...(serviceVersion !== undefined && { 'service.version': serviceVersion }),
    ...(environment !== undefined && { 'deployment.environment.name': environment }),
    'service.instance.id': randomBytes(8).toString('hex'),
    'telemetry.sdk.language': 'nodejs',
    'telemetry.sdk.name': 'opentelemetry',
    'process.pid': process.pid,
    'process.runtime.version': process.versions.node,
    [LOGFIRE.projectName]: projectName,
  });
}
