import { newestIn, type CheckpointMarks } from './checkpoint-marks.server.ts'

/** The file's twin for tests; `text` is what stands in it, `failing` makes an append fail. */
export function memoryMarks(): CheckpointMarks & { text: string; failing: boolean } {
  return {
    text: '',
    failing: false,
    async newest() {
      return newestIn(this.text)
    },
    async append(notes) {
      if (this.failing) throw new Error('the disk is gone')
      this.text += notes
    },
  }
}
