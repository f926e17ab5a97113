import type { NextFunction, Request, RequestHandler, Response } from 'express'

type Work = (req: Request, res: Response, next: NextFunction) => unknown

/** Express 4 knows no promises: what one rejects with is handed on by hand. */
export const answering =
  (work: Work): RequestHandler =>
  (req, res, next) => {
    void (async () => {
      try {
        await work(req, res, next)
      } catch (error) {
        next(error)
      }
    })()
  }
