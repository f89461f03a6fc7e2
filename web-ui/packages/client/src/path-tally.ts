import type { PathFigures } from './feature-snapshot.js';
import type { TopicMessage } from './parse.js';

/** What came on both paths of a feature, counted. */
export class PathTally implements PathFigures {
  messages = 0;
  streamAsOfMs: number | undefined;
  restAsOfMs: number | undefined;

  streamed({ as_of }: TopicMessage): void {
    this.messages++;
    this.streamAsOfMs = Date.parse(as_of);
  }

  answered(messages: readonly TopicMessage[]): void {
    if (messages.length > 0) {
      this.restAsOfMs = Math.max(this.restAsOfMs ?? 0, ...messages.map(({ as_of }) => Date.parse(as_of)));
    }
  }
}
